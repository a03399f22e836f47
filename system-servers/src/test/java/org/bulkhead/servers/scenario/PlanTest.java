package org.bulkhead.servers.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bulkhead.servers.scenario.Step.Action;
import org.bulkhead.servers.scenario.Step.Refusal;
import org.bulkhead.servers.scenario.Step.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan arrives in the machine as it was, and values are compared as people mean it. */
class PlanTest {
    @Test
    void aPlanOfEverythingArrivesAsItWas() {
        Condition line = new Condition(Condition.Kind.LINE, "digest", 3, List.of(new Requirement("bytes", Comparison.AT_LEAST, "5"), new Requirement("device", Comparison.EQUAL, "")));
        Condition log = Condition.of(Condition.Kind.LOG, "a text; with, all | sorts: of = things", 1);
        Step full = new Step(1, Trigger.WHEN, List.of(line, log), 1, 2, 3, List.of(Condition.of(Condition.Kind.CUE, "", 4)), Action.INJECT, "ata0", 5, "why not", Refusal.EXPECTED);
        Step empty = new Step(2, Trigger.AFTER, List.of(), 0, 0, 0, List.of(), Action.END, "", 0, "", Refusal.FAILURE);
        Plan plan = new Plan(1, 2, Long.MAX_VALUE, List.of(full, empty));
        assertEquals(plan, Plan.decode(plan.encode()));
        assertTrue(plan.encode().chars().allMatch(each -> each < 0x100), "it goes into the image as a constant");
    }

    @ParameterizedTest
    @CsvSource({"EQUAL, 16, 16, true", "EQUAL, 16, 0x10, true", "EQUAL, 0xffffffffffffffff, 0xFFFFFFFFFFFFFFFF, true", "EQUAL, sixteen, sixteen, true", "EQUAL, 16, sixteen, false",
        "OTHER, 16, 17, true", "OTHER, 0x10, 16, false", "OTHER, PASSED, FAILED, true", "AT_LEAST, 16, 16, true", "AT_LEAST, 15, 16, false", "AT_LEAST, many, 1, false", "AT_LEAST, -1, 0, false",
        "AT_MOST, 16, 16, true", "AT_MOST, 17, 16, false", "AT_MOST, 0x11, 16, false", "AT_MOST, '', 16, false", "AT_MOST, 12345678901234567890, 16, false"})
    void valuesAreCompared(Comparison comparison, String found, String wanted, boolean holds) {
        assertEquals(holds, comparison.holds(found, wanted));
    }
}
