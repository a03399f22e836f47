package org.bulkhead.builder.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.MachineTime;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.nucleus.model.TraceChecker;
import org.bulkhead.servers.conformance.Case;
import org.bulkhead.servers.conformance.Suite;

/**
 * Every promise of the nucleus about messages, handles, leases, priorities, budgets and faults, played case by case, without and with the fast path.
 *
 * <p>It passes if exactly the cases of the suite were played, each once in both ways, if every promise was kept, and if the model of messages allows all that the nucleus's trace tells.
 */
public final class Conformance implements Scenario {
    private static final String WORD = "case";
    /** What the system prints in the place of a blank. */
    private static final char BLANK = '~';

    private record Key(String topic, String name, boolean fastPath) {
    }

    @Override
    public String name() {
        return "conformance";
    }

    @Override
    public String description() {
        return "every promise about messages, handles, leases, priorities and faults is put to the test";
    }

    @Override
    public BootSet bootSet() {
        return BootSet.CONFORMANCE;
    }

    @Override
    public Verdict run(ScenarioContext context) {
        return judge(context, ScenarioRun.ofTalkative(EmulatorConfig.of(context.image()).withKind(context.kind()).withTime(MachineTime.INSTRUCTIONS).withTimeout(context.timeout())));
    }

    /** Judges what the system printed; on its own for the sake of tests. */
    ConformanceReport judge(ScenarioContext context, ScenarioRun run) {
        List<String> problems = new ArrayList<>();
        run.checkEnd(problems);
        Map<Key, String> results = new LinkedHashMap<>();
        for (MarkedLine line : run.lines()) {
            if (line.word().equals(WORD)) {
                Key key = new Key(line.text("topic"), line.text("name").replace(BLANK, ' '), line.number("fast") == 1);
                if (results.put(key, result(line)) != null) {
                    problems.add(describe(key) + " was played twice");
                }
            }
        }
        List<ConformanceReport.Played> played = new ArrayList<>();
        for (boolean fastPath : new boolean[] {false, true}) {
            for (Case each : Suite.all()) {
                Key key = new Key(each.topic().name(), each.name(), fastPath);
                String result = results.remove(key);
                if (result == null) {
                    problems.add(describe(key) + " was not played");
                    continue;
                }
                played.add(new ConformanceReport.Played(key.topic(), key.name(), fastPath, result));
                if (!result.equals(ConformanceReport.PASSED)) {
                    problems.add(describe(key) + ": " + result);
                }
            }
        }
        results.keySet().forEach(key -> problems.add(describe(key) + " is unknown"));
        TraceLines trace = TraceLines.in(run.lines());
        problems.addAll(trace.problems());
        TraceChecker.check(trace.events()).ifPresent(what -> problems.add("the nucleus's trace: " + what));
        if (trace.events().size() < played.size()) {
            problems.add("the trace has only " + trace.events().size() + " events");
        }
        return new ConformanceReport(name(), problems.isEmpty(), played, trace.events().size(), problems, context.kind().name().toLowerCase(Locale.ROOT), run.milliseconds());
    }

    private static String result(MarkedLine line) {
        String result = line.text("result");
        return result.equals(ConformanceReport.PASSED) ? result
                : (line.text("what") + " was to be " + line.text("expected") + ", and was " + line.text("actual")).replace(BLANK, ' ');
    }

    private static String describe(Key key) {
        return key.topic() + (key.fastPath() ? ", fast path, \"" : ", \"") + key.name() + "\"";
    }
}
