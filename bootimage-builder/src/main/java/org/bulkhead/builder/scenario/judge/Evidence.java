package org.bulkhead.builder.scenario.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.scenario.MarkedLine;

/**
 * What a run has left behind.
 *
 * @param log the system's log, as it came to the debug port
 * @param console what was printed on the serial line
 * @param lines the marked lines of both
 * @param ending how the machine ended
 * @param tail the last lines, for a message
 * @param milliseconds time that it took on the host
 * @param before SHA-256 of parts of the disk before the run
 * @param after SHA-256 of parts of the disk after the run
 */
public record Evidence(String log, String console, List<MarkedLine> lines, Ending ending, String tail, long milliseconds, Map<Area, String> before, Map<Area, String> after) {
    /** Returns the evidence of what was heard; the serial line has what the debug port has, and perhaps more from before. */
    public static Evidence of(String log, String console, Judge.Hearing hearing, Ending ending, String tail, long milliseconds, Map<Area, String> before, Map<Area, String> after) {
        List<MarkedLine> lines = new ArrayList<>(MarkedLine.in(log));
        if (hearing == Judge.Hearing.EVERYWHERE) {
            MarkedLine.in(console).stream().filter(each -> !lines.contains(each)).forEach(lines::add);
        }
        return new Evidence(log, console, List.copyOf(lines), ending, tail, milliseconds, before, after);
    }

    /** Returns the marked lines with a word, in order. */
    public List<MarkedLine> lines(String word) {
        return lines.stream().filter(each -> each.word().equals(word)).toList();
    }

    /**
     * Returns the deaths that the system reported, in order.
     *
     * @throws UserProblem if one of the reports makes no sense
     */
    public List<Death> deaths() {
        return Death.in(log);
    }

    /** As {@link #deaths()}, those of one component. */
    public List<Death> deaths(String component) {
        return deaths().stream().filter(each -> each.isolate().equals(component)).toList();
    }

    /** Returns whether a marked line with that word and key was printed. */
    public boolean says(String word, String key) {
        return lines(word).stream().anyMatch(each -> each.values().containsKey(key));
    }
}
