package org.bulkhead.builder.module;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.modules.MadeModule;
import org.bulkhead.modules.ModuleBuilder;
import org.bulkhead.modules.ModuleException;
import org.bulkhead.modules.archive.Archive;
import org.bulkhead.modules.archive.ArchiveSource;
import org.bulkhead.modules.archive.Content;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.model.ImageModel;

/** Does on the host what the loader does in the running system, from the same files of the image's volume and by the same classes: the modules are equal, byte for byte. */
public final class HostLoader {
    private static final int CLASS_LIMIT = 4 << 20;
    /** Beginnings of the internal names of the classes that make modules, here and in the image's loader. */
    private static final List<String> MAKERS = List.of("org/bulkhead/modules/", "org/bulkhead/vm/compiler/", "org/bulkhead/vm/linker/", "org/bulkhead/vm/verifier/", "org/objectweb/asm/");

    private final ModuleBuilder builder;

    private HostLoader(ModuleBuilder builder) {
        this.builder = builder;
    }

    /**
     * Makes a loader for the image that has a volume.
     *
     * @throws UserProblem if no programs can be installed into that image, or its own loader would make other modules
     */
    public static HostLoader of(ImageVolume volume) {
        try {
            ArchiveSource image = library(volume, Files.IMAGE_LIBRARY);
            requireSameMakers(image);
            return new HostLoader(new ModuleBuilder(new ImageModel(volume.get(Files.IMAGE_MODEL)), new ChainedSource(List.of(image, library(volume, Files.CLASS_LIBRARY)))));
        } catch (IOException | LinkProblem e) {
            throw UserProblem.failure("no programs can be installed into the image: " + e.getMessage(), e);
        }
    }

    private static void requireSameMakers(ArchiveSource image) throws IOException {
        for (String each : image.all()) {
            if (MAKERS.stream().anyMatch(each::startsWith) && !Arrays.equals(image.find(each), own(each))) {
                throw UserProblem.failure("the image's loader makes other modules than this builder: they differ in " + each.replace('/', '.') + "; build the image anew, or take the builder that made it");
            }
        }
    }

    /** Returns the builder's own class file of a class, or null if it has none. */
    private static byte[] own(String name) throws IOException {
        try (InputStream in = HostLoader.class.getResourceAsStream('/' + name + ".class")) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static ArchiveSource library(ImageVolume volume, String path) throws IOException {
        return new ArchiveSource(new Archive(Content.of(volume.get(path)), CLASS_LIMIT));
    }

    /** As the other, for jars with one program. */
    public MadeModule make(List<byte[]> jars, String path) {
        return make(jars, "", path);
    }

    /**
     * Makes the sealed module of a program.
     *
     * @param jars all bytes of its jars, its own first
     * @param program the name of the one that is meant, if they have several
     * @throws UserProblem if they cannot become one; the message begins with {@code path}
     */
    public MadeModule make(List<byte[]> jars, String program, String path) {
        try {
            return builder.make(jars, program, step -> { });
        } catch (ModuleException e) {
            throw UserProblem.failure(path + ": " + e.getMessage(), e);
        }
    }
}
