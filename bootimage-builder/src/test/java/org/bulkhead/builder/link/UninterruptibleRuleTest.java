package org.bulkhead.builder.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.UninterruptibleRule;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.Uninterruptible;
import org.junit.jupiter.api.Test;

class UninterruptibleRuleTest {
    private static final String NAME = UninterruptibleRuleTest.class.getName();

    private static int count;

    @Uninterruptible(reason = "the list has no end meanwhile")
    static Object allocates(int value) {
        return value == 0 ? null : helper(value);
    }

    private static Object helper(int value) {
        return new int[value];
    }

    @Uninterruptible(reason = "two counters belong together")
    static int counts(int value) {
        count += value;
        return plain(count);
    }

    private static int plain(int value) {
        return value * 2;
    }

    interface Step {
        Object run();
    }

    static final class MakingStep implements Step {
        @Override
        public Object run() {
            return new Object();
        }
    }

    @Uninterruptible(reason = "the step must be whole")
    static Object throughAnInterface(Step step) {
        return step.run();
    }

    static Object makesStep() {
        return new MakingStep();
    }

    @Uninterruptible(reason = "on the way out nothing matters")
    static int fails(int value) {
        if (value < 0) {
            fail();
        }
        return value;
    }

    @NeverReturns
    private static void fail() {
        throw new IllegalStateException();
    }

    @Uninterruptible(reason = "all of it")
    static final class WholeClass {
        private WholeClass() {}

        static Object allocates() {
            return new Object();
        }
    }

    private static void check(Class<?> owner, String... roots) {
        SampleBuild build = new SampleBuild(World.ISOLATE);
        for (String root : roots) {
            build.root(owner, root);
        }
        new UninterruptibleRule(build.complete().closure).check();
    }

    private static String problem(Class<?> owner, String... roots) {
        return assertThrows(LinkProblem.class, () -> check(owner, roots)).getMessage();
    }

    @Test
    void anAllocationIsReportedWithReasonAndPath() {
        String message = problem(UninterruptibleRuleTest.class, "allocates");
        assertTrue(message.contains("(the list has no end meanwhile)"), message);
        assertTrue(message.contains(NAME + ".helper(I)Ljava/lang/Object; makes a [I"), message);
        assertTrue(message.endsWith("    " + NAME + ".allocates(I)Ljava/lang/Object;\n    calls " + NAME + ".helper(I)Ljava/lang/Object;"), message);
    }

    @Test
    void arithmeticAndCallsAreAllowed() {
        assertDoesNotThrow(() -> check(UninterruptibleRuleTest.class, "counts"));
    }

    @Test
    void callsThroughTablesAreFollowedToTypesThatHaveInstances() {
        assertDoesNotThrow(() -> check(UninterruptibleRuleTest.class, "throughAnInterface"));
        String message = problem(UninterruptibleRuleTest.class, "throughAnInterface", "makesStep");
        assertTrue(message.contains("(the step must be whole)") && message.contains("MakingStep.run()"), message);
    }

    @Test
    void whatNeverReturnsIsNotFollowed() {
        assertDoesNotThrow(() -> check(UninterruptibleRuleTest.class, "fails"));
    }

    @Test
    void anAnnotatedClassHoldsForItsMethods() {
        String message = problem(WholeClass.class, "allocates");
        assertTrue(message.contains("(all of it)"), message);
    }
}
