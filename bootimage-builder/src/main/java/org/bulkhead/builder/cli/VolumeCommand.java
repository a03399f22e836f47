package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.report.WholeFile;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into the system volume of an image, and changes it. */
@Command(name = "volume", sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = "Lists, reads, writes and deletes files of an image's system volume.",
        subcommands = {VolumeCommand.ListFolder.class, VolumeCommand.Get.class, VolumeCommand.Put.class, VolumeCommand.Delete.class},
        footer = {"", "Examples:",
            "  bulkhead volume list /modules --image my.img",
            "  bulkhead volume get /modules/printer.jar copy.jar",
            "  bulkhead volume put notes.txt /notes.txt",
            "  bulkhead volume delete /notes.txt"})
final class VolumeCommand extends CommandGroup {
    /** Lists a folder. */
    @Command(name = "list", sortOptions = false, description = "Lists a folder: bytes, time of the last writing (UTC), name.")
    static final class ListFolder implements Callable<Integer> {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", defaultValue = "/", description = "The folder; default: the root folder.")
        private String path;

        @Mixin
        private VolumeImage image;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (ImageVolume volume = image.open()) {
                for (FileInformation each : volume.list(path)) {
                    boolean isFolder = each.kind() == FileKind.FOLDER;
                    out.printf("%10s  %s  %s%n", isFolder ? "" : each.size(), TIME.format(Instant.ofEpochMilli(each.modified())), isFolder ? each.name() + "/" : each.name());
                }
                out.println(volume.free() + " bytes free; mtools find the volume at -i IMAGE@@" + volume.start());
            }
            out.flush();
            return 0;
        }
    }

    /** Copies a file to the host. */
    @Command(name = "get", sortOptions = false, description = "Copies a file of the volume to the host.")
    static final class Get implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "PATH", description = "Path of the file on the volume.")
        private String path;

        @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Where to write it; default: its name, in the current folder.")
        private Path file;

        @Mixin
        private VolumeImage image;

        @Override
        public Integer call() {
            byte[] contents;
            try (ImageVolume volume = image.open()) {
                contents = volume.get(path);
            }
            Path target = file == null ? Path.of(path.substring(path.lastIndexOf('/') + 1)) : file;
            OutputFile.check(target);
            WholeFile.write(target, contents);
            return 0;
        }
    }

    /** Copies a file from the host. */
    @Command(name = "put", sortOptions = false, description = "Copies a file of the host to the volume; one that is there is replaced.")
    static final class Put implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
        private Path file;

        @Parameters(index = "1", paramLabel = "PATH", description = "Path that it gets on the volume, in a folder that exists.")
        private String path;

        @Mixin
        private VolumeImage image;

        @Override
        public Integer call() {
            byte[] contents = InstallCommand.read(file);
            try (ImageVolume volume = image.open()) {
                volume.put(path, contents);
            }
            return 0;
        }
    }

    /** Deletes a file. */
    @Command(name = "delete", sortOptions = false, description = "Deletes a file or an empty folder of the volume.")
    static final class Delete implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "PATH", description = "Its path.")
        private String path;

        @Mixin
        private VolumeImage image;

        @Override
        public Integer call() {
            try (ImageVolume volume = image.open()) {
                if (volume.find(path) == null) {
                    throw UserProblem.failure("there is nothing at " + path + " on the system volume: bulkhead volume list tells what there is");
                }
                volume.delete(path);
            }
            return 0;
        }
    }
}
