package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.DiskImage;
import org.bulkhead.builder.image.ImageBuilder;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.manifest.ImageSettings;
import org.bulkhead.builder.volume.ClassLibraries;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.isolate.manifest.Manifest;

/** Builds disk images, unless they are there and up to date. Beside an image lie its map, its manifests, its model and what it was made from. */
public final class Images {
    private Images() {}

    /** Returns the place of an image's map. */
    public static Path map(Path image) {
        return image.resolveSibling(image.getFileName() + ".map");
    }

    /** Returns the place of the list of an image's isolates and their rights. */
    public static Path rights(Path image) {
        return image.resolveSibling(image.getFileName() + ".rights");
    }

    /** Returns the place of an image's model, which modules are linked against; images without a system volume have none. */
    public static Path model(Path image) {
        return image.resolveSibling(image.getFileName() + ".model");
    }

    /** Returns the image of a boot set in the usual place, up to date. */
    static Path ensure(BootSet set, PrintWriter err) {
        return ensure(set, List.of(), Workspace.image(set), err);
    }

    /** Makes sure that a file holds the image of a boot set, and returns it. */
    static Path ensure(BootSet set, Path output, PrintWriter err) {
        return ensure(set, List.of(), output, err);
    }

    /** Makes sure that a file holds the image of a boot set and of the programs in some jars, and returns it. */
    static Path ensure(BootSet set, List<Path> jars, Path output, PrintWriter err) {
        return ensure(set, jars, set.volumeMegabytes(), output, err);
    }

    /** Makes sure that a file holds the image of a boot set and of the programs in some jars, with a system volume of a size in MiB, and returns it. */
    static Path ensure(BootSet set, List<Path> jars, int volumeMegabytes, Path output, PrintWriter err) {
        return ensure(set, jars, jars.stream().flatMap(jar -> AddedPrograms.in(jar).stream()).toList(), volumeMegabytes, output, err);
    }

    /**
     * Makes sure that a file holds the image of a boot set and of some more programs, and returns it.
     *
     * @param classPath jars and class folders in which the programs are, and what they need
     * @param added names of the programs' classes, with dots
     * @param volumeMegabytes size of its system volume in MiB, {@link VolumeContents#NONE} for none
     * @param err what the builder has to say goes there
     * @throws UserProblem if a manifest is wrong, or something reachable cannot be compiled
     */
    public static Path ensure(BootSet set, List<Path> classPath, List<String> added, int volumeMegabytes, Path output, PrintWriter err) {
        List<String> programs = new ArrayList<>(set.classNames());
        programs.addAll(added);
        return ensure(classPath, programs, new ImageSettings(Map.of(), set.pace()), volumeMegabytes, output, err);
    }

    /**
     * Makes sure that a file holds the image of some programs, and returns it.
     *
     * @param classPath jars and class folders in which the programs are, and what they need, besides Bulkhead's own
     * @param programs names of the programs' classes, with dots, the supervisor first
     * @param settings what the image is given besides its programs
     * @param volumeMegabytes size of its system volume in MiB, {@link VolumeContents#NONE} for none
     * @param err what the builder has to say goes there
     * @throws UserProblem if a manifest is wrong, or something reachable cannot be compiled
     */
    public static Path ensure(List<Path> classPath, List<String> programs, ImageSettings settings, int volumeMegabytes, Path output, PrintWriter err) {
        if (volumeMegabytes != VolumeContents.NONE) {
            VolumeContents.requirePossible(volumeMegabytes);
        }
        List<Path> made = Stream.concat(ImageClassPath.with(classPath).stream(), ImageClassPath.tools().stream()).toList();
        ImageInputs inputs = new ImageInputs(output, made, String.join(" ", programs) + new TreeMap<>(settings.programs()) + settings.pace() + " volume " + volumeMegabytes);
        boolean hasModel = volumeMegabytes == VolumeContents.NONE || Files.exists(model(output));
        if (inputs.isFresh() && Files.exists(map(output)) && Files.exists(rights(output)) && hasModel) {
            return output;
        }
        ImageBuilder.Image image = new ImageBuilder(classPath, programs, settings).build(new TerminalProgress(err));
        image.findings().forEach(each -> err.println("bulkhead: warning: " + each));
        err.flush();
        byte[] model = volumeMegabytes == VolumeContents.NONE ? null : image.model();
        disk(image, classPath, model, volumeMegabytes).write(output);
        writeModel(model, model(output));
        writeMap(image, map(output));
        writeRights(image.description().manifests(), rights(output));
        inputs.remember();
        return output;
    }

    private static DiskImage disk(ImageBuilder.Image image, List<Path> classPath, byte[] model, int volumeMegabytes) {
        DiskImage disk = DiskImage.of(image.file());
        if (volumeMegabytes == VolumeContents.NONE) {
            return disk;
        }
        return disk.with(VolumeContents.of(volumeMegabytes).with(org.bulkhead.isolate.protocol.Files.CLASS_LIBRARY, ClassLibraries.classLibrary()).with(org.bulkhead.isolate.protocol.Files.API_LIBRARY, ClassLibraries.api())
            .with(org.bulkhead.isolate.protocol.Files.IMAGE_LIBRARY, ClassLibraries.image(classPath, image.description().generated())).with(org.bulkhead.isolate.protocol.Files.IMAGE_MODEL, model));
    }

    private static void writeMap(ImageBuilder.Image image, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        image.map().write(part);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UserProblem.failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void writeModel(byte[] model, Path file) {
        try {
            if (model == null) {
                Files.deleteIfExists(file);
            } else {
                Files.write(file, model);
            }
        } catch (IOException e) {
            throw UserProblem.failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void writeRights(List<Manifest> manifests, Path file) {
        StringBuilder text = new StringBuilder();
        for (Manifest manifest : manifests) {
            text.append(manifest.program()).append('\t').append(manifest.name()).append('\t').append(manifest.className())
                    .append('\t').append(manifest.rights().strip()).append('\n');
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw UserProblem.failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
