package org.bulkhead.builder.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.scenario.MarkedLine;

/** Figures of the running system in Bochs, whose time-stamp counter counts instructions. */
public final class SystemBench {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String WORD = "bench";
    private static final String READY = "ready after ([0-9]+) million ticks";
    private static final long MILLION = 1_000_000L;

    private SystemBench() {}

    /** Returns the ticks from reset to the console's prompt, in whole millions. */
    public static long ticksToPrompt(Path image) {
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withTimeout(LIMIT))) {
            return Long.parseLong(run.awaitLine(READY).group(1)) * MILLION;
        }
    }

    /**
     * Runs the image of the timing program and returns the mean ticks of each operation, by its name.
     *
     * @throws UserProblem if the system does not come to the end
     */
    public static Map<String, Long> operations(Path image) {
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withTimeout(LIMIT))) {
            Ending ending = run.awaitEnd();
            List<MarkedLine> lines = MarkedLine.in(run.debugConsole());
            Map<String, Long> ticks = new LinkedHashMap<>();
            lines.stream().filter(line -> line.word().equals(WORD)).forEach(line -> ticks.put(line.text("name"), line.number("ticks")));
            if (ending != Ending.POWERED_OFF || ticks.isEmpty()) {
                throw UserProblem.failure("the timing program did not come to the end (" + ending + "); " + run.tail());
            }
            return ticks;
        }
    }
}
