package org.bulkhead.builder.scenario.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.nucleus.model.TraceChecker;
import org.bulkhead.servers.conformance.Case;
import org.bulkhead.servers.conformance.Suite;

/**
 * Every promise of the nucleus about messages, handles, leases, priorities, budgets and faults was kept, case by case, without and with the fast path.
 *
 * <p>Exactly the cases of the suite must have been played, each once in both ways, and the model of messages must allow all that the nucleus's trace tells. A file cannot say that: it knows neither
 * the suite nor the model.
 */
public final class ConformanceJudge implements Judge {
    private static final String WORD = "case";
    private static final String PASSED = "PASSED";
    /** What the system prints in the place of a blank. */
    private static final char BLANK = '~';

    private record Key(String topic, String name, Way way) {
        @Override
        public String toString() {
            return topic + (way == Way.FAST ? ", fast path, \"" : ", \"") + name + "\"";
        }
    }

    /** Whether calls take the fast path. */
    private enum Way { SLOW, FAST }

    @Override
    public Hearing hearing() {
        return Hearing.DEBUG_PORT;
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        List<String> wrong = new ArrayList<>();
        Map<Key, String> results = results(evidence, wrong);
        for (Way way : Way.values()) {
            for (Case each : Suite.all()) {
                Key key = new Key(each.topic().name(), each.name(), way);
                String result = results.remove(key);
                if (result == null) {
                    wrong.add(key + " was not played");
                } else if (!result.equals(PASSED)) {
                    wrong.add(key + ": " + result);
                }
            }
        }
        results.keySet().forEach(key -> wrong.add(key + " is unknown"));
        int cases = Suite.all().size();
        Finding played = new Finding("promises of the nucleus", cases + " cases, each played without and with the fast path, and kept", wrong.isEmpty() ? "so it is" : String.join("; ", wrong), wrong.isEmpty());
        return List.of(played, trace(evidence, cases));
    }

    private static Map<Key, String> results(Evidence evidence, List<String> wrong) {
        Map<Key, String> results = new LinkedHashMap<>();
        for (MarkedLine line : evidence.lines(WORD)) {
            Key key = new Key(line.text("topic"), line.text("name").replace(BLANK, ' '), line.number("fast") == 1 ? Way.FAST : Way.SLOW);
            if (results.put(key, result(line)) != null) {
                wrong.add(key + " was played twice");
            }
        }
        return results;
    }

    private static String result(MarkedLine line) {
        String result = line.text("result");
        return result.equals(PASSED) ? result : (line.text("what") + " was to be " + line.text("expected") + ", and was " + line.text("actual")).replace(BLANK, ' ');
    }

    private static Finding trace(Evidence evidence, int cases) {
        TraceLines trace = TraceLines.in(evidence.lines());
        List<String> wrong = new ArrayList<>(trace.problems());
        TraceChecker.check(trace.events()).ifPresent(wrong::add);
        if (trace.events().size() < 2 * cases) {
            wrong.add("the trace has only " + trace.events().size() + " events");
        }
        return new Finding("the nucleus's trace", "whole, and allowed by the model of messages", wrong.isEmpty() ? trace.events().size() + " events, all allowed" : String.join("; ", wrong), wrong.isEmpty());
    }

    @Override
    public String text(Evidence evidence) {
        Map<Key, String> results = results(evidence, new ArrayList<>());
        TextTable table = new TextTable("topic", "case", "slow", "fast");
        for (Case each : Suite.all()) {
            table.row(each.topic(), each.name(), shown(results.get(new Key(each.topic().name(), each.name(), Way.SLOW))), shown(results.get(new Key(each.topic().name(), each.name(), Way.FAST))));
        }
        return table.toString();
    }

    private static String shown(String result) {
        return result == null ? "-" : result.equals(PASSED) ? "ok" : "FAILED";
    }
}
