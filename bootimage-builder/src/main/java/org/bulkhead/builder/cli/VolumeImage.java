package org.bulkhead.builder.cli;

import java.nio.file.Path;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.volume.ImageVolume;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option by which commands about a system volume are told of which image. */
final class VolumeImage {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image whose system volume is meant; default: target/bulkhead.img, built if need be.")
    private Path image;

    /** Opens the volume; what the builder has to say goes to the command's error output. */
    ImageVolume open() {
        return ImageVolume.open(image == null ? Images.ensure(BootSet.SHIPPING, command.commandLine().getErr()) : image);
    }
}
