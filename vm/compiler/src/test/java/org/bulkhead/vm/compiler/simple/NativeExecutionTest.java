package org.bulkhead.vm.compiler.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled methods do what HotSpot does, on all combinations of the arguments at which arithmetic goes wrong. */
class NativeExecutionTest {
    private static final Object[] INTS = {0, 1, -1, 2, -2, 3, 5, 7, -8, 31, 32, 33, 63, 64, 100, 127, 128, -128, 255, 256, 32767, -32768, 65535, 65536,
        0x5555_5555, 0xAAAA_AAAA, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1};
    private static final Object[] LONGS = {0L, 1L, -1L, 2L, 3L, -7L, 31L, 64L, 127L, -128L, 65536L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE,
        Integer.MAX_VALUE + 1L, 0xFFFF_FFFFL, 1L << 32, -1L << 32, 0x1234_5678_9ABC_DEF0L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1};
    private static final Object[] FLOATS = {0f, -0f, 1f, -1f, 0.5f, 2.5f, -2.5f, 3.1415927f, 1e10f, -1e10f, 2147483647f, -2147483648f, 1e20f, 1e-40f,
        Float.MIN_VALUE, Float.MAX_VALUE, Float.MIN_NORMAL, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
    private static final Object[] DOUBLES = {0d, -0d, 1d, -1d, 0.5, 2.5, -2.5, Math.PI, 1e10, -1e10, 2147483647d, 2147483648d, -2147483649d, 9.223372036854775E18,
        1e19, 1e300, 1e-310, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e40, 1e-50};
    private static final int MOST_CASES = 900;

    @TempDir
    private Path folder;

    @Test
    void arithmeticAgreesWithHotSpot() throws IOException, InterruptedException, ClassNotFoundException {
        Path source = Files.writeString(folder.resolve(ArithmeticSource.NAME + ".java"), ArithmeticSource.text());
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()), "javac");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            compare(loader.loadClass(ArithmeticSource.NAME));
        }
    }

    @Test
    void languageAgreesWithHotSpot() throws IOException, InterruptedException {
        compare(LanguageSamples.class);
    }

    private void compare(Class<?> samples) throws IOException, InterruptedException {
        NativeCalls calls = new NativeCalls(new NativeProgram(new TestEnvironment(samples.getClassLoader())));
        Method[] methods = samples.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic()) {
                combine(calls, method);
            }
        }
        assertTrue(calls.size() > 5_000, "only " + calls.size() + " calls");
        List<String> differences = calls.differences(folder.resolve("program"));
        assertEquals(List.of(), differences.subList(0, Math.min(20, differences.size())), differences.size() + " of " + calls.size() + " calls differ");
    }

    private static Object[] values(Class<?> type) {
        return type == int.class ? INTS : type == long.class ? LONGS : type == float.class ? FLOATS : DOUBLES;
    }

    private static void combine(NativeCalls calls, Method method) {
        List<Object[]> tuples = new ArrayList<>(List.<Object[]>of(new Object[0]));
        for (Class<?> type : method.getParameterTypes()) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] tuple : tuples) {
                for (Object value : values(type)) {
                    Object[] next = Arrays.copyOf(tuple, tuple.length + 1);
                    next[tuple.length] = value;
                    longer.add(next);
                }
            }
            tuples = longer;
        }
        // Of too many combinations an even share is taken; the step has no factor in common with the tables' lengths.
        int step = tuples.size() <= MOST_CASES ? 1 : tuples.size() / MOST_CASES | 1;
        for (int i = 0; i < tuples.size(); i += step) {
            calls.add(method, tuples.get(i));
        }
    }
}
