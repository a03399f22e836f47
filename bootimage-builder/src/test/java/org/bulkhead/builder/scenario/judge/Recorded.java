package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.Map;
import org.bulkhead.builder.emulator.Ending;

/** Evidence of runs that a test writes down. */
final class Recorded {
    private Recorded() {}

    /** Returns the evidence of a run that had that log and whose machine was switched off. */
    static Evidence log(String log) {
        return ended(log, Ending.POWERED_OFF);
    }

    static Evidence ended(String log, Ending ending) {
        return Evidence.of(log, "", Judge.Hearing.EVERYWHERE, ending, "the last lines were: …", 1, Map.of(), Map.of());
    }

    static Evidence disk(String log, Map<Area, String> before, Map<Area, String> after) {
        return Evidence.of(log, "", Judge.Hearing.EVERYWHERE, Ending.POWERED_OFF, "", 1, before, after);
    }

    /** Returns what does not hold. */
    static List<String> problems(List<Finding> findings) {
        return findings.stream().filter(each -> !each.holds()).map(Finding::problem).toList();
    }
}
