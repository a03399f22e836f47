package org.bulkhead.builder.scenario.judge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.scenario.MarkedLine;

/**
 * A death that the system reported.
 *
 * @param isolate name of the isolate that died
 * @param incarnation how often it had been restarted before, from 0
 * @param reason a {@link org.bulkhead.nucleus.abi.DeathReason}, or what the system printed in its place
 * @param detail what the reason's detail was, for example the address
 * @param faultTicks time-stamp counter at the fault; 0 if the supervisor has not told it before the end
 * @param instructionsToService time-stamp counter from the fault to the next completed request: instructions with Bochs, ticks of
 *     the emulated clock with QEMU; 0 or negative if none is known
 */
public record Death(String isolate, int incarnation, String reason, String detail, long faultTicks, long instructionsToService) {
    private static final String WORD = "death";
    /** The nucleus's own line about each death, which is there at once; the supervisor's marked one comes when the service works again, if it does. */
    private static final Pattern NOTICE = Pattern.compile("(?m)^nucleus: (\\S+) incarnation (\\d+) died: ([A-Z_]+), detail (0x[0-9a-f]+), at .*$");

    /**
     * Returns the deaths that a log reports, in order.
     *
     * @throws UserProblem if one of the marked lines makes no sense
     */
    static List<Death> in(String log) {
        List<Death> told = new ArrayList<>(MarkedLine.in(log).stream().filter(each -> each.word().equals(WORD)).map(Death::of).toList());
        List<Death> deaths = new ArrayList<>();
        for (MatchResult each : (Iterable<MatchResult>) NOTICE.matcher(log).results()::iterator) {
            Death death = new Death(each.group(1), Integer.parseInt(each.group(2)), each.group(3), each.group(4), 0, 0);
            Death known = told.stream().filter(death::isSame).findFirst().orElse(death);
            told.remove(known);
            deaths.add(known);
        }
        // None is left, unless the nucleus kept silent about it, which is for the scenario to find wrong.
        deaths.addAll(told);
        return List.copyOf(deaths);
    }

    private static Death of(MarkedLine line) {
        long faultTicks = line.number("faultTicks");
        return new Death(line.text("isolate"), (int) line.number("incarnation"), line.text("reason"), line.values().getOrDefault("detail", ""), faultTicks, line.number("serviceTicks") - faultTicks);
    }

    private boolean isSame(Death other) {
        return isolate.equals(other.isolate) && incarnation == other.incarnation && reason.equals(other.reason);
    }

    /** Returns whether the isolate ended by itself with status 0. */
    @JsonIgnore
    public boolean isOrderly() {
        return reason.equals("EXIT") && detail.equals("0x0");
    }

    /** Returns who died of what. */
    public String describe() {
        return isolate + "[" + incarnation + "] " + reason;
    }
}
