package org.bulkhead.builder.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String THROUGHPUT = "throughput";
    /** A row of the console's command ps: name, deaths, state, rank, priority, KiB. */
    private static final Pattern PROCESS = Pattern.compile("(?m)^([a-z0-9-]+) +[0-9]+ +[a-z]+ +[0-9]+ +[0-9]+ +([0-9]+) ");
    private static final String LAST_PROCESS = "^console +[0-9]+ +calls";

    /** Ticks from reset to the console's prompt, in whole millions, and the KiB of memory that each isolate then has. */
    public record Start(long ticks, Map<String, Long> memory) {}

    /** Mean ticks of each operation, and bytes per million ticks of processor time of each transfer, by name. */
    public record Operations(Map<String, Long> ticks, Map<String, Long> bytesPerMillion) {}

    private SystemBench() {}

    /** Boots the shipping image and looks at it from its prompt. */
    public static Start start(Path image) {
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withTimeout(LIMIT))) {
            long ticks = Long.parseLong(run.awaitLine(READY).group(1)) * MILLION;
            run.type("ps\n");
            run.awaitLine(LAST_PROCESS);
            Map<String, Long> memory = new LinkedHashMap<>();
            Matcher rows = PROCESS.matcher(run.serial());
            while (rows.find()) {
                memory.put(rows.group(1), Long.parseLong(rows.group(2)));
            }
            return new Start(ticks, memory);
        }
    }

    /**
     * Runs the image of the timing program.
     *
     * @throws UserProblem if the system does not come to the end
     */
    public static Operations operations(Path image) {
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withTimeout(LIMIT))) {
            Ending ending = run.awaitEnd();
            List<MarkedLine> lines = MarkedLine.in(run.debugConsole());
            Map<String, Long> ticks = new LinkedHashMap<>();
            lines.stream().filter(line -> line.word().equals(WORD)).forEach(line -> ticks.put(line.text("name"), line.number("ticks")));
            Map<String, Long> rates = new LinkedHashMap<>();
            lines.stream().filter(line -> line.word().equals(THROUGHPUT)).forEach(line -> rates.put(line.text("name"), line.number("bytes") * MILLION / line.number("ticks")));
            if (ending != Ending.POWERED_OFF || ticks.isEmpty()) {
                throw UserProblem.failure("the timing program did not come to the end (" + ending + "); " + run.tail());
            }
            return new Operations(ticks, rates);
        }
    }
}
