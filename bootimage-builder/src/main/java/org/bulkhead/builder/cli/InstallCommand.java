package org.bulkhead.builder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.volume.ImageVolume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts files into the system volume of an image. */
@Command(name = "install", sortOptions = false, description = "Puts programs into the system volume of an image: all of them, or none.",
        footer = {"", "Examples:",
            "  bulkhead install printer.jar                         into /modules of target/bulkhead.img",
            "  bulkhead install a.jar b.jar --image my.img --to /modules/mine"})
final class InstallCommand implements Callable<Integer> {
    private static final String JAR = ".jar";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Jars or sealed modules; one of that name which is there already is replaced.")
    private List<Path> files;

    @Mixin
    private VolumeImage image;

    @Option(names = "--to", paramLabel = "FOLDER", description = "Folder of the volume, made if it is missing; default: ${DEFAULT-VALUE}.", defaultValue = org.bulkhead.isolate.protocol.Files.MODULES)
    private String folder;

    @Override
    public Integer call() {
        Map<String, byte[]> contents = read();
        long needed = contents.values().stream().mapToLong(bytes -> bytes.length).sum();
        try (ImageVolume volume = image.open()) {
            contents.keySet().forEach(volume::find);
            if (needed > volume.free()) {
                throw UserProblem.failure("the files have " + needed + " bytes, the system volume has room for " + volume.free() + ": delete something with bulkhead volume delete, or build a larger one with bulkhead image --volume MIB");
            }
            volume.createFolder(folder);
            volume.put(contents);
        }
        contents.forEach((path, bytes) -> spec.commandLine().getOut().println(path + ": " + bytes.length + " bytes"));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Reads all files, by the paths that they get. */
    private Map<String, byte[]> read() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Path file : files) {
            byte[] bytes = read(file);
            String name = file.getFileName().toString();
            if (!names.add(name)) {
                throw UserProblem.usage("two files are named " + name + ", and a folder has one of a name: rename one of them");
            }
            if (name.toLowerCase(Locale.ROOT).endsWith(JAR)) {
                checkJar(file);
            }
            contents.put((folder.endsWith("/") ? folder : folder + "/") + name, bytes);
        }
        return contents;
    }

    static byte[] read(Path file) {
        if (!Files.exists(file)) {
            throw UserProblem.failure("file " + file + " does not exist: check the name");
        }
        if (!Files.isRegularFile(file)) {
            throw UserProblem.failure("file " + file + " is no ordinary file: name one");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw UserProblem.failure("file " + file + " cannot be read: check its permissions", e);
        }
    }

    private static void checkJar(Path file) {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            if (jar.size() == 0) {
                throw UserProblem.failure("jar " + file + " is empty: build it again");
            }
        } catch (IOException e) {
            throw UserProblem.failure("jar " + file + " cannot be read, it may be truncated: build it again", e);
        }
    }
}
