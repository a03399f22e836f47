package org.bulkhead.builder.scenario.judge;

import java.util.List;

/**
 * After each death of a component its service completes a request, soon enough.
 *
 * @param component its name
 * @param within most instructions from the fault to the completion
 */
public record ServedAgain(String component, long within) implements Expectation {
    /** No limit. */
    public static final long ANY_TIME = Long.MAX_VALUE;

    @Override
    public Finding judge(Evidence evidence) {
        List<Death> deaths = evidence.deaths(component);
        List<Death> unserved = deaths.stream().filter(each -> each.instructionsToService() <= 0).toList();
        long most = deaths.stream().mapToLong(Death::instructionsToService).max().orElse(0);
        String expected = "a completed request after each death" + (within == ANY_TIME ? "" : String.format(", within %,d instructions", within));
        String found = deaths.isEmpty() ? "no death at all" : unserved.isEmpty() ? String.format("so it is, within %,d instructions", most) : "none after " + unserved.get(0).describe();
        return new Finding("service of " + component, expected, found, !deaths.isEmpty() && unserved.isEmpty() && most <= within);
    }
}
