package org.bulkhead.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** A class without its code is still a class for a JVM, which verifies it; all that it does is to throw. */
class UnverifiedClassTest {
    private static final String MESSAGE = "class elsewhere.Optional is missing";

    /** What loses its code. */
    static class Sample {
        private final long number;

        Sample(long number) {
            this.number = number;
        }

        static long sum(long one, double other, Object[] more) {
            return one + (long) other + more.length;
        }

        @Deprecated
        long number() {
            return number;
        }
    }

    /** Defines classes. */
    private static final class Definer extends ClassLoader {
        Class<?> define(byte[] classFile) {
            return defineClass(null, classFile, 0, classFile.length);
        }
    }

    private static Class<?> changed() throws IOException {
        try (InputStream file = UnverifiedClassTest.class.getResourceAsStream("UnverifiedClassTest$Sample.class")) {
            return new Definer().define(UnverifiedClass.withoutCode(file.readAllBytes(), MESSAGE));
        }
    }

    @Test
    void whateverIsCalledThrows() throws Exception {
        Class<?> changed = changed();
        Method sum = changed.getDeclaredMethod("sum", long.class, double.class, Object[].class);
        sum.setAccessible(true);
        Throwable thrown = assertThrows(InvocationTargetException.class, () -> sum.invoke(null, 1L, 1.0, new Object[0])).getCause();
        assertEquals(MESSAGE, assertInstanceOf(NoClassDefFoundError.class, thrown).getMessage());
        var constructor = changed.getDeclaredConstructor(long.class);
        constructor.setAccessible(true);
        assertInstanceOf(NoClassDefFoundError.class, assertThrows(InvocationTargetException.class, () -> constructor.newInstance(1L)).getCause());
        assertEquals(1, changed.getDeclaredMethod("number").getAnnotations().length);
    }
}
