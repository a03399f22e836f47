package org.bulkhead.builder.interpret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTimeClassesTest {
    private static final String[] SOME = {"java/util/concurrent/ConcurrentHashMap", "java/lang/CharacterData00", "java/util/Locale", "java/util/Formatter", "java/util/stream/StreamOpFlag"};
    private static final ImageHeap HEAP = new Fixture().heap;
    private static final BuildTimeClasses CLASSES = new BuildTimeClasses(HEAP);

    private static VmType type(String name) {
        return HEAP.types().type(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "java/lang/String", "java/lang/Integer$IntegerCache", "java/lang/Long$LongCache", "java/lang/Character", "java/lang/CharacterDataLatin1", "java/lang/CharacterData00",
        "java/lang/CharacterData01", "java/lang/Math", "java/lang/StrictMath", "java/lang/FdLibm$Pow", "java/lang/System", "java/lang/Thread", "java/lang/ThreadLocal",
        "java/lang/StringBuilder", "java/lang/Enum", "java/lang/ref/Reference",
        "java/util/HashMap", "java/util/TreeMap", "java/util/concurrent/ConcurrentHashMap", "java/util/Collections", "java/util/ImmutableCollections", "java/util/Arrays",
        "java/util/Locale", "java/util/Formatter", "java/util/regex/Pattern", "java/util/stream/StreamOpFlag", "java/util/stream/Collectors", "java/util/BitSet", "java/util/Optional",
        "java/util/Random", "java/util/concurrent/TimeUnit", "java/util/concurrent/locks/LockSupport", "java/util/concurrent/locks/AbstractQueuedSynchronizer",
        "java/util/concurrent/atomic/AtomicReference", "java/util/concurrent/atomic/AtomicLong",
        "java/math/BigInteger", "java/math/BigDecimal", "java/nio/charset/StandardCharsets", "java/nio/ByteBuffer",
        "jdk/internal/math/FloatingDecimal", "jdk/internal/math/FormattedFloatingDecimal", "jdk/internal/math/FDBigInteger", "jdk/internal/misc/Unsafe",
        "sun/nio/cs/UTF_8", "sun/nio/cs/ISO_8859_1", "sun/security/provider/SHA2$SHA256", "sun/security/provider/ByteArrayAccess$BE"})
    void theCoreOfTheClassLibraryIsInitializedWhileBuilding(String name) {
        assertTrue(CLASSES.runsAtBuildTime(type(name)), () -> CLASSES.failures().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/util/UUID$Holder", "java/util/concurrent/ThreadLocalRandom", "java/lang/Math$RandomNumberGeneratorHolder"})
    void seedsAndThreadsAreLeftToTheRunTime(String name) {
        assertFalse(CLASSES.runsAtBuildTime(type(name)));
    }

    /** A user's class with an initialiser. */
    static final class Program {
        static final Object LOCK = new Object();

        private Program() {}
    }

    /** A user's class without one. */
    static final class Plain {
        static int count;

        private Plain() {}
    }

    @Test
    void programsAreInitializedAtRunTimeUnlessThereIsNothingToDo() {
        assertFalse(CLASSES.runsAtBuildTime(type(Program.class.getName().replace('.', '/'))));
        assertTrue(CLASSES.runsAtBuildTime(type(Plain.class.getName().replace('.', '/'))));
    }

    /** Cannot be initialised while building. */
    static final class Clock {
        static final long START = System.nanoTime();

        private Clock() {}
    }

    /** Needs {@link Clock}. */
    static final class Timed {
        static final long STOP = Clock.START + 1;

        private Timed() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"Clock", "Timed"})
    void aRequiredClassThatCannotBeInitializedFailsTheBuild(String name) {
        ClassRules rules = new ClassRules();
        for (String line : new String[] {"java/", "jdk/", "sun/", "!org/bulkhead/"}) {
            rules.add(line);
        }
        BuildTimeClasses classes = new BuildTimeClasses(new Fixture().heap, rules);
        VmType type = classes.interpreter().types().type(BuildTimeClassesTest.class.getName().replace('.', '/') + "$" + name);
        UserProblem problem = assertThrows(UserProblem.class, () -> classes.runsAtBuildTime(type));
        assertTrue(problem.getMessage().matches("class \\S*Clock cannot be initialised while building: .*System.nanoTime.*Clock.<clinit>.*"), problem.getMessage());
    }

    @Test
    void aListedClassThatCannotBeInitializedIsLeftToTheRunTime() {
        ClassRules rules = new ClassRules();
        for (String line : new String[] {"java/", "jdk/", "sun/", "org/bulkhead/"}) {
            rules.add(line);
        }
        BuildTimeClasses classes = new BuildTimeClasses(new Fixture().heap, rules);
        String prefix = BuildTimeClassesTest.class.getName().replace('.', '/') + "$";
        assertFalse(classes.runsAtBuildTime(classes.interpreter().types().type(prefix + "Timed")));
        assertFalse(classes.runsAtBuildTime(classes.interpreter().types().type(prefix + "Clock")));
        assertEquals(2, classes.failures().size());
    }

    @Test
    void unsafeOffsetsAreTheTargets() {
        VmType map = type("java/util/concurrent/ConcurrentHashMap");
        CLASSES.initialize(map);
        assertEquals(map.declaredField("sizeCtl").offset(), HEAP.getStatic(map.declaredField("SIZECTL")));
        assertEquals(ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE), HEAP.getStatic(map.declaredField("ABASE")));
        assertEquals(2, HEAP.getStatic(map.declaredField("ASHIFT")));
        VmType unsafe = type("jdk/internal/misc/Unsafe");
        assertEquals(ObjectLayout.arrayBase(Long.BYTES), HEAP.getStatic(unsafe.declaredField("ARRAY_LONG_BASE_OFFSET")));
        assertEquals(Long.BYTES, HEAP.getStatic(unsafe.declaredField("ADDRESS_SIZE")));
    }

    @Test
    void integerCacheHoldsTheSmallIntegers() {
        VmType cache = type("java/lang/Integer$IntegerCache");
        CLASSES.initialize(cache);
        int array = (int) HEAP.getStatic(cache.declaredField("cache"));
        VmField value = type("java/lang/Integer").declaredField("value");
        assertEquals(256, HEAP.arrayLength(array));
        for (int i = 0; i < 256; i++) {
            assertEquals(i - 128, HEAP.getField(HEAP.getReference(array, HEAP.elementOffset(array, i)), value));
        }
    }

    @Test
    void twoBuildsGiveTheSameHeap() {
        assertArrayEquals(build(), build());
    }

    private static byte[] build() {
        ImageHeap heap = new Fixture().heap;
        BuildTimeClasses classes = new BuildTimeClasses(heap);
        for (String each : SOME) {
            assertTrue(classes.runsAtBuildTime(heap.types().type(each)));
        }
        return heap.getBytes(0, 0, heap.end());
    }
}
