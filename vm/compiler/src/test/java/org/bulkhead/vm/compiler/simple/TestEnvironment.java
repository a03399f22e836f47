package org.bulkhead.vm.compiler.simple;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** An environment over the test class path and the java.base of the JDK that runs the tests; its runtime is {@link TestRuntime}. */
final class TestEnvironment implements CompilerEnvironment {
    private static final String LAYOUT = "org/bulkhead/vm/runtime/layout/";

    static final FileSystem JRT = FileSystems.getFileSystem(URI.create("jrt:/"));

    private final TypeSystem types = new TypeSystem(this::find, List.of());
    private final ClassLoader loader;

    TestEnvironment() {
        this(TestEnvironment.class.getClassLoader());
    }

    /** An environment over the classes of a loader that has those of the tests as well. */
    TestEnvironment(ClassLoader loader) {
        this.loader = loader;
    }

    private byte[] find(String name) throws IOException {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            if (in != null) {
                return in.readAllBytes();
            }
        }
        Path path = JRT.getPath("modules", "java.base", name + ".class");
        return Files.exists(path) ? Files.readAllBytes(path) : null;
    }

    @Override
    public TypeSystem types() {
        return types;
    }

    @Override
    public VmMethod runtimeMethod(RuntimeCall call) {
        VmType runtime = types.type(TestRuntime.class.getName().replace('.', '/'));
        VmMethod method = runtime.declaredMethod(call.method(), call.descriptor());
        if (method == null) {
            throw new IllegalStateException("no " + call.method() + call.descriptor());
        }
        return method;
    }

    @Override
    public boolean needsInitializationCheck(VmType type) {
        return type.name().startsWith("java/") && type.classInitializer() != null;
    }

    @Override
    public boolean inlines(VmMethod called) {
        return false;
    }

    @Override
    public boolean polls(VmMethod method) {
        return probesStack(method);
    }

    @Override
    public boolean probesStack(VmMethod method) {
        // What the collector of these tests reads its tables with does not poll, as it would collect again.
        return !method.owner().name().contains("/Test") && !method.owner().name().startsWith(LAYOUT);
    }
}
