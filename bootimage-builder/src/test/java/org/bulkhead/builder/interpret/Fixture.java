package org.bulkhead.builder.interpret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bulkhead.vm.compiler.source.JdkDataSource;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.bulkhead.vm.compiler.transform.Transforms;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** A fresh image heap over the tests' class path and the JDK, as the builder sets it up, and an interpreter that runs every initialiser. */
final class Fixture {
    private static final String CONSOLE = "org/bulkhead/vm/runtime/platform/ConsoleStream";

    final TypeSystem types;
    final ImageHeap heap;
    final Interpreter interpreter;
    /** What the interpreted program has written to System.out and System.err. */
    final ByteArrayOutputStream output = new ByteArrayOutputStream();

    Fixture() {
        try {
            ChainedSource source = new ChainedSource(List.of(new JdkDataSource(), ClassPathSource.of(System.getProperty("java.class.path")), new JdkSource()));
            types = new TypeSystem(source, Transforms.forImage(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        heap = new ImageHeap(types);
        interpreter = new Interpreter(heap, InitializationPolicy.ALL);
        interpreter.implement(CONSOLE, "send([BII)V", (in, slots, first) -> {
            int array = (int) slots[first + 1];
            output.writeBytes(heap.getBytes(array, heap.elementOffset(array, (int) slots[first + 2]), (int) slots[first + 3]));
            return 0;
        });
        interpreter.initialize(types.type("java/lang/System"));
    }

    VmMethod method(Class<?> type, String name, String descriptor) {
        return types.type(type.getName().replace('.', '/')).declaredMethod(name, descriptor);
    }

    /** Calls a static method without parameters that returns a string. */
    String callForString(Class<?> type, String name) {
        return heap.stringValue((int) interpreter.call(method(type, name, "()Ljava/lang/String;")));
    }
}
