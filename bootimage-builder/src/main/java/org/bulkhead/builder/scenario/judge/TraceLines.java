package org.bulkhead.builder.scenario.judge;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.model.TraceChecker;

/**
 * The nucleus's trace as the system printed it: lines {@code @trace from=… to=… events=kind.isolate.queue.slot.value.order,…} that follow each other without a gap.
 *
 * @param events the events
 * @param problems gaps and lines that make no sense
 */
record TraceLines(List<TraceChecker.Event> events, List<String> problems) {
    private static final String WORD = "trace";
    private static final int FIELDS = 6;
    private static final TraceEvent[] KINDS = TraceEvent.values();

    static TraceLines in(List<MarkedLine> lines) {
        List<TraceChecker.Event> events = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        long next = 0;
        for (MarkedLine line : lines) {
            if (!line.word().equals(WORD)) continue;
            try {
                if (line.number("from") != next) {
                    problems.add("the trace has a gap from event " + next + " to event " + line.number("from"));
                }
                next = line.number("to");
                if (!line.text("events").isEmpty()) {
                    for (String each : line.text("events").split(",")) {
                        events.add(event(each));
                    }
                }
            } catch (UserProblem e) {
                problems.add(e.getMessage());
            }
        }
        return new TraceLines(events, problems);
    }

    private static TraceChecker.Event event(String text) {
        try {
            String[] fields = text.split("\\.");
            if (fields.length == FIELDS) {
                return new TraceChecker.Event(KINDS[Integer.parseInt(fields[0])], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), Integer.parseInt(fields[3]),
                        Long.parseLong(fields[4]), Long.parseLong(fields[5]));
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw UserProblem.failure("the trace has an event \"" + text + "\", which is none", e);
        }
        throw UserProblem.failure("the trace has an event \"" + text + "\" of other than " + FIELDS + " fields");
    }
}
