package org.bulkhead.builder.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.MarkedLine;

/** A boot in Bochs in which every driver fails again and again, and is timed until it serves again. */
public final class RecoveryRun {
    /** Which failures. */
    public enum Series {
        /** Each way to fail once, with healthy runs between. */
        WAYS,
        /** The same way ten times, with healthy runs between. */
        HEALTHY,
        /** The same way ten times, one directly after the other: the supervisor delays restarts. */
        BURST
    }

    /**
     * A failure and what followed.
     *
     * @param failure way in which the driver was made to fail
     * @param number 1 for the first time
     * @param reason for which it died
     * @param noticed ticks from the order to fail to the death
     * @param served ticks from the death to the answer to a request that was made at once
     */
    public record Recovery(Series series, String driver, String failure, int number, String reason, long noticed, long served) {}

    private static final String WORD = "recovery";
    private static final int DISK_SIZE = 1 << 20;

    private RecoveryRun() {}

    /**
     * Runs a series.
     *
     * @param image of the boot set RECOVERY
     * @param folder where the disk is made
     * @param limit of host time
     * @throws UserProblem if the system does not come to the end
     */
    public static List<Recovery> run(Series series, Path image, Path folder, Duration limit) throws IOException {
        String plan = WORD + " series=" + series.name().toLowerCase(Locale.ROOT) + "\n";
        Path disk = Files.write(folder.resolve(series + ".img"), Arrays.copyOf(plan.getBytes(StandardCharsets.US_ASCII), DISK_SIZE));
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withSecondDisk(disk).withNetwork(Network.USER).withTimeout(limit))) {
            Ending ending = run.awaitEnd();
            List<MarkedLine> lines = MarkedLine.in(run.debugConsole());
            List<Recovery> found = lines.stream().filter(line -> line.word().equals(WORD)).map(line -> of(series, line)).toList();
            if (ending != Ending.POWERED_OFF || lines.stream().noneMatch(line -> line.word().equals("scenario")) || found.isEmpty()) {
                throw UserProblem.failure("the timing of recoveries did not come to the end (" + ending + "); " + run.tail());
            }
            return found;
        }
    }

    private static Recovery of(Series series, MarkedLine line) {
        return new Recovery(series, line.text("driver"), line.text("failure"), (int) line.number("number"), line.text("reason"), line.number("noticed"), line.number("served"));
    }

    /** Returns a table with a line for each driver and a column for each way to fail, or each time. */
    public static String table(Series series, List<Recovery> all) {
        List<Recovery> mine = all.stream().filter(each -> each.series == series).toList();
        List<String> columns = mine.stream().map(each -> column(series, each)).distinct().toList();
        List<String> headings = new ArrayList<>(columns);
        headings.add(0, series == Series.WAYS ? "driver" : "driver, crash");
        TextTable table = new TextTable(headings.toArray(new String[0]));
        for (String driver : mine.stream().map(Recovery::driver).distinct().toList()) {
            List<Object> row = new ArrayList<>(List.of(driver));
            for (String column : columns) {
                row.add(mine.stream().filter(each -> each.driver.equals(driver) && column(series, each).equals(column)).findFirst().map(each -> String.format("%,d", each.served)).orElse("-"));
            }
            table.row(row.toArray());
        }
        return table.toString();
    }

    private static String column(Series series, Recovery recovery) {
        return series == Series.WAYS ? recovery.failure.toLowerCase(Locale.ROOT) : Integer.toString(recovery.number);
    }
}
