package org.bulkhead.servers.loader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.modules.MadeModule;
import org.bulkhead.modules.ModuleBuilder;
import org.bulkhead.modules.ModuleException;
import org.bulkhead.modules.ProgramJar;
import org.bulkhead.modules.archive.Archive;
import org.bulkhead.modules.archive.ArchiveSource;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.model.ImageModel;
import org.bulkhead.vm.linker.module.ModuleKey;

/** Compiles against what the volume has of the image that runs: its model, the class files that it was made from, and the class library. */
final class SystemLibrary implements Compiling {
    private static final List<String> LIBRARIES = List.of(Files.IMAGE_LIBRARY, Files.CLASS_LIBRARY);
    private static final int MODEL_LIMIT = 64 << 20;
    private static final int CLASS_LIMIT = 4 << 20;

    private final FileStore files;
    private final byte[] identity;
    /** Null until it is first needed. */
    private ModuleBuilder builder;

    /** Works for the image of that identity. */
    SystemLibrary(FileStore files, byte[] identity) {
        this.files = files;
        this.identity = identity.clone();
    }

    @Override
    public List<String> classPath(byte[] jar) throws ModuleException {
        return ProgramJar.classPath(jar);
    }

    @Override
    public byte[] key(List<byte[]> jars) {
        return ModuleKey.of(identity, jars);
    }

    @Override
    public MadeModule make(List<byte[]> jars, String name, LoadTimes times) throws ModuleException {
        if (builder == null) {
            builder = open();
            times.done(LoadTimes.Phase.OPENING);
        }
        return builder.make(jars, name, times::done);
    }

    private ModuleBuilder open() throws ModuleException {
        List<ArchiveSource> libraries = new ArrayList<>();
        for (String each : LIBRARIES) {
            try {
                libraries.add(new ArchiveSource(new Archive(new FileContent(files, each), CLASS_LIMIT)));
            } catch (FileException | IOException e) {
                throw new ModuleException("nothing can be compiled: " + each + ": " + e.getMessage(), e);
            }
        }
        try {
            ImageModel model = new ImageModel(files.readWhole(Files.IMAGE_MODEL, MODEL_LIMIT));
            if (!Arrays.equals(model.identity(), identity)) {
                throw new ModuleException("nothing can be compiled: " + Files.IMAGE_MODEL + " is the model of another image than the one that runs: write that one's there");
            }
            return new ModuleBuilder(model, new ChainedSource(libraries));
        } catch (FileException | LinkProblem e) {
            throw new ModuleException("nothing can be compiled: " + e.getMessage() + ": write the image's model to " + Files.IMAGE_MODEL, e);
        }
    }
}
