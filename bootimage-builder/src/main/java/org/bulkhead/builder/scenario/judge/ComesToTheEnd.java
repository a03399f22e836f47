package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.stream.Collectors;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.scenario.MarkedLine;

/** What must hold in every scenario: the system itself says that all is done and switches the machine off, its nucleus is well, and the supervisor obeyed the plan. */
public final class ComesToTheEnd implements Judge {
    private static final List<String> BROKEN = List.of("nucleus: broken invariant: ", "nucleus: exception ");
    private static final String STEP = "step";
    private static final String DONE = "done";

    private final List<RefusedStep> mayBeRefused;

    /**
     * What a refusal of a step means.
     *
     * @param number of the step
     * @param wanted whether it is to be refused
     */
    public record RefusedStep(int number, Wanted wanted) {
        /** Whether a step is to be refused. */
        public enum Wanted {
            /** It may be. */
            PERHAPS,
            /** It must be. */
            CERTAINLY
        }
    }

    /** @param refusals the steps of the plan that may or must be refused; the others must not */
    public ComesToTheEnd(List<RefusedStep> refusals) {
        mayBeRefused = List.copyOf(refusals);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        return List.of(end(evidence), nucleus(evidence), steps(evidence));
    }

    private static Finding end(Evidence evidence) {
        boolean done = evidence.says("scenario", DONE);
        boolean good = evidence.ending() == Ending.POWERED_OFF && done;
        String found = good ? "so it did" : evidence.says("scenario", "overdue") ? "its time was up" : evidence.ending() + (done ? "" : ", and it was not done; " + evidence.tail());
        return new Finding("the end", "the system says that all is done, and switches the machine off", found, good);
    }

    private static Finding nucleus(Evidence evidence) {
        List<String> broken = evidence.log().lines().filter(each -> BROKEN.stream().anyMatch(each::contains)).toList();
        return new Finding("the nucleus", "no broken invariant and no exception", broken.isEmpty() ? "none" : broken.get(0), broken.isEmpty());
    }

    private Finding steps(Evidence evidence) {
        List<MarkedLine> wrong = evidence.lines(STEP).stream().filter(each -> !isAsWanted(each)).toList();
        String found = wrong.isEmpty() ? evidence.lines(STEP).size() + " done" : wrong.stream().map(ComesToTheEnd::describe).collect(Collectors.joining("; "));
        return new Finding("the plan", "each step is obeyed, unless the file says otherwise", found, wrong.isEmpty());
    }

    private boolean isAsWanted(MarkedLine step) {
        String result = step.values().getOrDefault("result", "");
        RefusedStep.Wanted wanted = null;
        for (RefusedStep each : mayBeRefused) {
            if (Integer.toString(each.number()).equals(step.values().get("number"))) {
                wanted = each.wanted();
            }
        }
        if (wanted == null) {
            return result.equals(DONE);
        }
        return switch (wanted) {
            case PERHAPS -> true;
            case CERTAINLY -> result.equals("refused");
        };
    }

    private static String describe(MarkedLine step) {
        return "step " + step.values().get("number") + " (" + step.values().get("action") + " " + step.values().getOrDefault("target", "") + ") was " + step.values().get("result") + ": "
            + step.values().getOrDefault("why", "").replace('~', ' ');
    }
}
