package org.bulkhead.builder.hosted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.bulkhead.vm.compiler.source.JdkDataSource;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.bulkhead.vm.compiler.source.ListingSource;
import org.bulkhead.vm.linker.Digest;
import org.bulkhead.vm.linker.model.ImageModel;
import org.bulkhead.vm.linker.module.LinkedModule;
import org.bulkhead.vm.linker.module.ModuleLinker;
import org.bulkhead.vm.linker.module.ProgramClass;

/** Links programs as modules against one hosted base, each alone. */
public final class HostedModules {
    private final HostedBase base;
    private final ListingSource source;

    /**
     * @param base what the modules are added to
     * @param classPath jars and class folders of the programs
     */
    public HostedModules(HostedBase base, List<Path> classPath) {
        this.base = base;
        try {
            source = new ChainedSource(List.of(new JdkDataSource(), new ClassPathSource(ImageClassPath.with(classPath)), new JdkSource()));
        } catch (IOException e) {
            throw UserProblem.failure("the class path cannot be read: " + e.getMessage(), e);
        }
    }

    /** Links the program with the main class {@code mainClass}. */
    public LinkedModule link(String mainClass) {
        ModuleLinker linker = new ModuleLinker(new ImageModel(base.model()), source);
        linker.compile(ProgramClass.ofMain(mainClass.replace('.', '/')), count -> { });
        return linker.link(new byte[0], new byte[Digest.SIZE]);
    }
}
