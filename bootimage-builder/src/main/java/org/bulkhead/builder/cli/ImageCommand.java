package org.bulkhead.builder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulkhead.builder.manifest.BootSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds a disk image. */
@Command(name = "image", sortOptions = false, description = "Builds a disk image, unless it is there and up to date.",
        footer = {"", "Equal inputs give equal images, byte for byte."})
final class ImageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it; default: a file in target.")
    private Path output;

    @Option(names = "--add", paramLabel = "PROGRAM.jar", description = "Add the isolates in a jar; may be given several times.")
    private List<Path> added = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME", defaultValue = "shipping",
            description = "Which programs it starts: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private BootSet set;

    @Option(names = "--volume", paramLabel = "MIB", description = "Size of its system volume in MiB, 0 for none; default: 64 for the shipping set, 0 for others.")
    private Integer volume;

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            OutputFile.check(output);
        }
        Path file = output == null ? Workspace.image(set) : output;
        Images.ensure(set, added, volume == null ? set.volumeMegabytes() : volume, file, spec.commandLine().getErr());
        spec.commandLine().getOut().printf("%s: %.1f MiB%n", file, Files.size(file) / (double) (1 << 20));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
