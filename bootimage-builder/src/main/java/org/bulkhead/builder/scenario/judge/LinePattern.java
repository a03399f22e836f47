package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.stream.Collectors;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.servers.scenario.Requirement;

/**
 * Which marked lines are meant.
 *
 * @param word of the lines
 * @param where what their values must be to be meant
 */
public record LinePattern(String word, List<Requirement> where) {
    /** Returns the lines that are meant. */
    public List<MarkedLine> in(Evidence evidence) {
        return evidence.lines(word).stream().filter(line -> meets(line, where)).toList();
    }

    static boolean meets(MarkedLine line, List<Requirement> requirements) {
        return requirements.stream().allMatch(each -> each.isMet(line.values().get(each.key())));
    }

    @Override
    public String toString() {
        return "@" + word + (where.isEmpty() ? "" : " with " + where.stream().map(Requirement::toString).collect(Collectors.joining(", ")));
    }
}
