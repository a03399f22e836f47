package org.bulkhead.builder.link;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.bulkhead.builder.BuildSession;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.World;

/** A build of some methods of this module's test classes. */
final class SampleBuild {
    final BuildSession session;
    final Closure closure;

    SampleBuild(World world) {
        this(world, new MemorySource());
    }

    SampleBuild(World world, MemorySource generated) {
        try {
            Path classes = Path.of(SampleBuild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            session = new BuildSession(List.of(classes), generated, List.of());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        closure = session.closure(world);
    }

    /** Makes the method of that name a root. */
    SampleBuild root(Class<?> owner, String method) {
        closure.require(method(owner, method), "the test");
        return this;
    }

    SampleBuild complete() {
        closure.complete(count -> { });
        return this;
    }

    VmType type(Class<?> type) {
        return session.types().type(type.getName().replace('.', '/'));
    }

    /** Returns the only method of that name. */
    VmMethod method(Class<?> owner, String name) {
        for (VmMethod method : type(owner).methods()) {
            if (method.name().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(owner + " has no method " + name);
    }

    boolean isCompiled(Class<?> owner, String name) {
        return closure.methods().containsKey(method(owner, name));
    }
}
