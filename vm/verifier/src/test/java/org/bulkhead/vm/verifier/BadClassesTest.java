package org.bulkhead.vm.verifier;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files made by hand, each wrong in one way: all are refused, at the right place; and so does HotSpot with those that it refuses too. */
class BadClassesTest {
    private static final int AT_LEAST = 120;

    @Test
    void thereAreManyAndNoTwoAlike() {
        List<BadClass> all = BadClass.all();
        Set<String> names = new HashSet<>();
        all.forEach(each -> assertTrue(names.add(each.what()), each.what()));
        assertTrue(all.size() >= AT_LEAST, () -> "there are " + all.size());
    }

    @ParameterizedTest
    @MethodSource("org.bulkhead.vm.verifier.BadClass#all")
    void isRefusedWithItsPlace(BadClass bad) {
        HostHierarchy hierarchy = new HostHierarchy();
        hierarchy.add(bad.file());
        VerificationProblem problem = assertThrows(VerificationProblem.class, () -> Verifier.verify(bad.file(), hierarchy), bad.what());
        assertAll(problem.getMessage(),
            () -> assertEquals(bad.kind(), problem.kind()),
            () -> assertEquals(bad.method(), problem.method()),
            () -> assertEquals(bad.offset(), problem.offset()),
            () -> assertTrue(problem.getMessage().lines().count() == 1));
    }

    @ParameterizedTest
    @MethodSource("org.bulkhead.vm.verifier.BadClass#all")
    void hotSpotAgrees(BadClass bad) {
        if (bad.hotSpot()) {
            assertThrows(LinkageError.class, () -> HotSpot.link(bad.file()), bad.what());
        }
    }
}
