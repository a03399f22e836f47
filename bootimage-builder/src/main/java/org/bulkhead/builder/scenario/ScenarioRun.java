package org.bulkhead.builder.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;

/**
 * What a machine left behind.
 *
 * @param lines the marked lines that the system printed
 * @param ending how the machine ended
 * @param tail the last lines of the serial line, for a message
 * @param milliseconds time that it took on the host
 */
record ScenarioRun(List<MarkedLine> lines, Ending ending, String tail, long milliseconds) {
    private static final String SCENARIO = "scenario";
    private static final String DONE = "done";

    /** Runs a machine to its end and shows what it prints as it comes. */
    static ScenarioRun of(EmulatorConfig config, ScenarioContext context) {
        return of(config, piece -> {
            context.progress().print(piece);
            context.progress().flush();
        }, ScenarioRun::lines);
    }

    /** Runs a machine that prints more than the serial line can keep up with, and so is heard at the debug port only. */
    static ScenarioRun ofTalkative(EmulatorConfig config) {
        return of(config, piece -> { }, run -> MarkedLine.in(run.debugConsole()));
    }

    private static ScenarioRun of(EmulatorConfig config, Consumer<String> listener, Function<EmulatorRun, List<MarkedLine>> lines) {
        long begin = System.nanoTime();
        try (EmulatorRun run = Emulator.start(config, listener)) {
            Ending ending = run.awaitEnd();
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            return new ScenarioRun(lines.apply(run), ending, run.tail(), milliseconds);
        }
    }

    /** Adds a problem unless the system itself said that all is done and switched the machine off. */
    void checkEnd(List<String> problems) {
        boolean done = lines.stream().anyMatch(line -> line.word().equals(SCENARIO) && line.values().containsKey(DONE));
        if (ending != Ending.POWERED_OFF || !done) {
            problems.add("the system did not come to the end (" + ending + "); " + tail);
        }
    }

    /** The debug port has every line of the log; the serial line only those from before a driver took it. */
    private static List<MarkedLine> lines(EmulatorRun run) {
        List<MarkedLine> lines = new ArrayList<>(MarkedLine.in(run.debugConsole()));
        for (MarkedLine line : MarkedLine.in(run.serial())) {
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
