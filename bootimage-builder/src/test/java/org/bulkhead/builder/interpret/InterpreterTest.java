package org.bulkhead.builder.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bulkhead.vm.compiler.model.VmType;
import org.junit.jupiter.api.Test;

/** Code that runs through much of the class library gives the same text on the interpreter as on HotSpot. */
class InterpreterTest {
    private static final Fixture FIXTURE = new Fixture();

    /** Code to run on both. */
    static final class Code {
        private Code() {}

        static String maps() {
            Map<String, Integer> hash = new HashMap<>();
            Map<Integer, String> tree = new TreeMap<>(Comparator.reverseOrder());
            Map<String, Integer> linked = new LinkedHashMap<>(16, 0.75f, true);
            ConcurrentHashMap<Integer, Integer> concurrent = new ConcurrentHashMap<>();
            for (int i = 0; i < 300; i++) {
                hash.merge("key" + i % 70, i, Integer::sum);
                tree.put(i * 37 % 101, "v" + i);
                linked.put(Integer.toHexString(i % 20), i);
                concurrent.merge(i % 50, 1, Integer::sum);
            }
            linked.get("3");
            Map<TimeUnit, String> units = new EnumMap<>(TimeUnit.class);
            units.put(TimeUnit.SECONDS, "s");
            units.put(TimeUnit.DAYS, "d");
            return hash + "\n" + tree + "\n" + linked + "\n" + concurrent + "\n" + units;
        }

        static String collections() {
            List<Integer> list = new ArrayList<>(Arrays.asList(5, 3, 9, -2, 7, 3));
            list.sort(null);
            PriorityQueue<String> queue = new PriorityQueue<>(List.of("delta", "alpha", "charlie"));
            ArrayDeque<Character> deque = new ArrayDeque<>();
            for (char c : "stressed".toCharArray()) {
                deque.addFirst(c);
            }
            BitSet bits = new BitSet();
            bits.set(3, 70);
            bits.clear(10, 60);
            long[] numbers = new long[600];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i * 2654435761L % 1009;
            }
            Arrays.sort(numbers);
            return list + " " + queue.poll() + " " + deque + " " + bits + " " + Arrays.hashCode(numbers);
        }

        static String streams() {
            return IntStream.range(0, 200).filter(i -> i % 3 == 0).mapToObj(i -> "n" + i).sorted(Comparator.reverseOrder()).skip(5).limit(9).collect(Collectors.joining(","))
                + " " + List.of("a", "bb", "cc", "ddd").stream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
        }

        static String numbers() {
            StringBuilder text = new StringBuilder();
            for (double d : new double[] {0, -0.0, 1 / 3.0, 1e300, 4.9e-324, 123456789.125, Double.NaN, Double.NEGATIVE_INFINITY}) {
                text.append(d).append(' ').append((float) d).append(' ').append((long) d).append(' ').append((int) d).append(' ').append(Math.sqrt(d)).append('\n');
            }
            text.append(BigInteger.TWO.pow(200).subtract(BigInteger.ONE).toString(36)).append(' ').append(new BigInteger("123456789012345678901234567890").modPow(BigInteger.TEN, BigInteger.valueOf(97)));
            text.append(' ').append(new BigDecimal("1.10").multiply(new BigDecimal("3.333")).setScale(2, java.math.RoundingMode.HALF_EVEN));
            return text.append(' ').append(Double.parseDouble("2.2250738585072012e-308")).append(' ').append(Long.toUnsignedString(-7)).append(' ').append(Integer.parseInt("-8000", 16)).toString();
        }

        static String texts() {
            return String.format(Locale.ROOT, "%05d|%-6s|%x|%.3f|%e|%,d|%c|%b|%%", 42, "ab", 255, Math.PI, 12345.678, 1234567, 'x', true)
                + " äöß€𝄞".toUpperCase(Locale.ROOT) + "a,b,,c".split(",").length + "x".repeat(3) + " trim ".strip() + String.join("-", "p", "q")
                + "The Quick".replaceAll("[aeiou]", "_") + "abcabc".lastIndexOf("bc") + "é".compareTo("f");
        }

        static String failures() {
            StringBuilder text = new StringBuilder();
            Object[] strings = new String[1];
            Runnable[] all = {
                () -> System.out.println(1 / (strings.length - 1)),
                () -> strings[0] = 1,
                () -> strings[1] = "x",
                () -> ((List<?>) null).size(),
                () -> Arrays.asList(new int[-1]),
                () -> List.of(1).add(2),
                () -> Integer.parseInt("twelve"),
                () -> "abc".substring(4),
                () -> new ArrayList<>(List.of(1, 2)).forEach(each -> { throw new IllegalStateException("each " + each); }),
            };
            for (Runnable each : all) {
                try {
                    each.run();
                    text.append("no exception\n");
                } catch (RuntimeException e) {
                    text.append(e.getClass().getName()).append(e instanceof NullPointerException ? "" : e.getMessage()).append('\n');
                }
            }
            return text.toString();
        }

        static long clock() {
            return inner();
        }

        private static long inner() {
            return System.nanoTime();
        }
    }

    /** Its initialiser fails half-way. */
    static final class Failing {
        static int first = 1;
        static final int SECOND = fail();

        private Failing() {}

        private static int fail() {
            first = 2;
            return Integer.parseInt("no");
        }
    }

    private static void assertSame(String method, String expected) {
        assertEquals(expected, FIXTURE.callForString(Code.class, method));
    }

    @Test
    void mapsBehaveAsOnHotSpot() {
        assertSame("maps", Code.maps());
    }

    @Test
    void collectionsBehaveAsOnHotSpot() {
        assertSame("collections", Code.collections());
    }

    @Test
    void streamsBehaveAsOnHotSpot() {
        assertSame("streams", Code.streams());
    }

    @Test
    void numbersBehaveAsOnHotSpot() {
        assertSame("numbers", Code.numbers());
    }

    @Test
    void textsBehaveAsOnHotSpot() {
        assertSame("texts", Code.texts());
    }

    @Test
    void failuresBehaveAsOnHotSpot() {
        assertSame("failures", Code.failures());
    }

    @Test
    void theTimeIsRefusedByNameWithTheCallPath() {
        BuildTimeRefusal refusal = assertThrows(BuildTimeRefusal.class, () -> FIXTURE.interpreter.call(FIXTURE.method(Code.class, "clock", "()J")));
        assertTrue(refusal.getMessage().contains("System.nanoTime"), refusal.getMessage());
        assertTrue(refusal.path().matches("java\\.lang\\.System\\.nanoTime <- .*Code\\.inner:\\d+ <- .*Code\\.clock:\\d+"), refusal.path());
    }

    @Test
    void aFailedInitialiserLeavesItsFieldsAsTheyWereAndFailsForGood() {
        VmType type = FIXTURE.types.type(Failing.class.getName().replace('.', '/'));
        InterpretedException first = assertThrows(InterpretedException.class, () -> FIXTURE.interpreter.initialize(type));
        assertEquals("java.lang.ExceptionInInitializerError", FIXTURE.heap.typeOf(first.throwable()).displayName());
        assertEquals(0, FIXTURE.heap.getStatic(type.declaredField("first")));
        assertFalse(FIXTURE.interpreter.isInitialized(type));
        InterpretedException second = assertThrows(InterpretedException.class, () -> FIXTURE.interpreter.initialize(type));
        assertEquals("java.lang.NoClassDefFoundError", FIXTURE.heap.typeOf(second.throwable()).displayName());
    }
}
