package org.bulkhead.vm.linker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.runtime.Program;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The transformed class is loaded and called: the new body must be valid and pass every argument. */
class ProgramTransformTest {
    private static final List<Object> RECEIVED = new ArrayList<>();

    /** What {@code Program} is made to call. */
    public static final class Target {
        private Target() {}

        public static void received(int program, int incarnation, long argument) {
            RECEIVED.addAll(List.of(program, incarnation, argument));
        }

        public static void received(String[] arguments) {
            RECEIVED.addAll(List.of(arguments));
        }
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(ProgramTransformTest.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(Program.class.getName(), bytes, 0, bytes.length);
        }
    }

    private static byte[] bytes(Class<?> type, String method) throws IOException {
        ClassNode node = new ClassNode();
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            new ClassReader(file).accept(node, 0);
        }
        if (method != null) {
            new ProgramTransform(method, Target.class.getName().replace('.', '/'), "received").transform(node, null);
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    @Test
    void theBodyPassesItsArgumentsOn() throws Exception {
        RECEIVED.clear();
        Class<?> program = new Loader().define(bytes(Program.class, "start"));
        program.getMethod("start", int.class, int.class, long.class).invoke(null, 7, 3, 1L << 40);
        assertEquals(List.of(7, 3, 1L << 40), RECEIVED);
    }

    @Test
    void arraysArePassedToo() throws Exception {
        RECEIVED.clear();
        Class<?> program = new Loader().define(bytes(Program.class, "main"));
        program.getMethod("main", String[].class).invoke(null, (Object) new String[] {"one", "two"});
        assertEquals(List.of("one", "two"), RECEIVED);
    }

    @Test
    void theOtherMethodStaysAsItWas() throws Exception {
        Class<?> program = new Loader().define(bytes(Program.class, "start"));
        Throwable thrown = assertThrows(InvocationTargetException.class, () -> program.getMethod("main", String[].class).invoke(null, (Object) new String[0])).getCause();
        assertInstanceOf(IllegalStateException.class, thrown);
    }

    @Test
    void otherClassesAreLeftAlone() throws IOException {
        assertArrayEquals(bytes(Section.class, null), bytes(Section.class, "align"));
    }
}
