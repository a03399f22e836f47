package org.bulkhead.builder.module;

import java.io.IOException;
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

    private final ModuleBuilder builder;

    private HostLoader(ModuleBuilder builder) {
        this.builder = builder;
    }

    /**
     * Makes a loader for the image that has a volume.
     *
     * @throws UserProblem if no programs can be installed into that image
     */
    public static HostLoader of(ImageVolume volume) {
        try {
            return new HostLoader(new ModuleBuilder(new ImageModel(volume.get(Files.IMAGE_MODEL)), new ChainedSource(List.of(library(volume, Files.IMAGE_LIBRARY), library(volume, Files.CLASS_LIBRARY)))));
        } catch (IOException | LinkProblem e) {
            throw UserProblem.failure("no programs can be installed into the image: " + e.getMessage(), e);
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
