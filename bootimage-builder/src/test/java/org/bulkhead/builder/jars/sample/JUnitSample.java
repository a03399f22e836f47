package org.bulkhead.builder.jars.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A suite of which some tests pass, some fail and some are skipped, for the console of the JUnit Platform. It is no part of the suite that tests Bulkhead: its name keeps it out. */
@DisplayName("A stack")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class JUnitSample {
    private final Deque<Integer> stack = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void fill(TestInfo test) {
        log.add(test.getDisplayName());
        stack.push(1);
        stack.push(2);
    }

    @AfterEach
    void oneInstanceForEachTest() {
        assertEquals(1, log.size());
    }

    @Test
    @Order(1)
    @Tag("quick")
    void givesBackTheLastFirst() {
        assertAll(() -> assertEquals(2, stack.pop()), () -> assertEquals(1, stack.pop()));
        assertTrue(stack.isEmpty());
    }

    @Test
    @Order(2)
    void failsByItself() {
        assertEquals(List.of(1, 2), List.copyOf(stack), "order");
    }

    @Test
    @Order(3)
    @Disabled("not today")
    void isSkipped() {
        throw new AssertionError("runs though it is disabled");
    }

    @Test
    @Order(4)
    void isAborted() {
        assumeTrue(stack.isEmpty(), "the stack is empty");
    }

    @Test
    @Order(5)
    void throwsWhatNobodyExpects() {
        stack.clear();
        stack.pop();
    }

    @Order(6)
    @ParameterizedTest(name = "{0} on top")
    @ValueSource(ints = {3, 5, 7})
    void pushes(int value) {
        stack.push(value);
        assertEquals(value, stack.peek());
        assertEquals(1, value % 2, () -> value + " is even");
    }

    @Order(7)
    @ParameterizedTest
    @CsvSource({"1, one, SECONDS", "2, 'two, or more', DAYS"})
    void converts(int number, String text, TimeUnit unit) {
        assertEquals(unit, TimeUnit.valueOf(unit.name()));
        assertTrue(number < text.length());
    }

    @Order(8)
    @ParameterizedTest
    @MethodSource("pairs")
    void fromMethod(List<Integer> some, int sum) {
        assertEquals(sum, some.stream().mapToInt(Integer::intValue).sum());
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Arguments.of(List.of(1, 2), 3), Arguments.of(List.of(), 0), Arguments.of(List.of(5), 6));
    }

    @Order(9)
    @ParameterizedTest
    @EnumSource(value = TimeUnit.class, names = {"SECONDS", "DAYS"})
    void ofEnums(TimeUnit unit) {
        assertTrue(EnumSet.of(TimeUnit.SECONDS, TimeUnit.DAYS).contains(unit));
    }

    @Order(10)
    @RepeatedTest(2)
    void again() {
        assertEquals(2, stack.size());
    }

    @Order(11)
    @TestFactory
    Stream<DynamicTest> made() {
        return Stream.of("a", "bb").map(text -> DynamicTest.dynamicTest("length of " + text, () -> assertEquals(text.length(), text.chars().count())));
    }

    @Test
    @Order(12)
    @Timeout(60)
    void isInTime(TestReporter reporter) {
        reporter.publishEntry("size", String.valueOf(stack.size()));
        assertEquals(2, stack.size());
    }

    /** Instances of the inner class see those of the outer. */
    @Nested
    @DisplayName("when empty")
    class Empty {
        @BeforeEach
        void drain() {
            stack.clear();
        }

        @Test
        @DisplayName("refuses to pop")
        void refuses() {
            NoSuchElementException thrown = assertThrows(NoSuchElementException.class, stack::pop);
            assertEquals(null, thrown.getMessage());
        }

        @Test
        @Tag("quick")
        @DisplayName("says that it is empty")
        void isEmpty() {
            assertTrue(stack.isEmpty());
        }
    }
}
