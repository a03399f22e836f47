package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.volume.ImageVolume;
import picocli.CommandLine.Option;

/** The option by which commands about a system volume are told of which image. */
final class VolumeImage {
    @Option(names = "--image", paramLabel = "IMAGE", description = "The image whose system volume is meant; default: target/bulkhead.img, built if need be.")
    private Path image;

    /** Opens the volume; what the builder has to say goes to {@code err}. */
    ImageVolume open(PrintWriter err) {
        return ImageVolume.open(file(err));
    }

    Path file(PrintWriter err) {
        return image == null ? Images.ensure(BootSet.SHIPPING, err) : image;
    }
}
