package org.bulkhead.builder.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.scenario.ScenarioReport.Totals;

/**
 * A program reads a whole disk through the disk driver, which dies six times meanwhile, each time in another way.
 *
 * <p>It passes if the program's digest is that of the disk, and if the deaths reported are exactly the six that the scenario's
 * driver dies, in their order, each with its true reason and followed by a completed request.
 */
public final class DiskDriverKilled implements Scenario {
    private static final String DRIVER = "ata0";
    /** What each incarnation of the driver dies of; an endless loop may be noticed by either of two limits. */
    private static final List<Set<String>> REASONS = List.of(Set.of("KILLED"), Set.of("WILD_ACCESS"), Set.of("PRIVILEGED_INSTRUCTION"),
            Set.of("UNCAUGHT_EXCEPTION"), Set.of("CPU_BUDGET", "REQUEST_OVERDUE"), Set.of("WILD_ACCESS"));
    /** The incarnation that dies while the bus master moves data, and the address by which that is known. */
    private static final int IN_TRANSFER = 5;
    private static final String ADDRESS_IN_TRANSFER = "0x66661000";
    private static final String DIGEST = "digest";

    @Override
    public String name() {
        return "disk-driver-killed";
    }

    @Override
    public String description() {
        return "a 16 MiB disk is read and digested while its driver dies six times, in six ways";
    }

    @Override
    public BootSet bootSet() {
        return BootSet.DISK_DRIVER_KILLED;
    }

    @Override
    public Verdict run(ScenarioContext context) {
        Path disk = context.folder().resolve("disk.img");
        ScenarioDisk.write(disk, context.seed());
        String expected = ScenarioDisk.digest(disk);
        context.progress().printf("disk of %d MiB with seed %d, SHA-256 %s%n", ScenarioDisk.SIZE >> 20, context.seed(), expected);
        context.progress().flush();
        EmulatorConfig config = EmulatorConfig.of(context.image()).withKind(context.kind()).withSecondDisk(disk).withTimeout(context.timeout());
        return judge(context, expected, ScenarioRun.of(config, context));
    }

    /** Judges what the system printed; on its own for the sake of tests. */
    ScenarioReport judge(ScenarioContext context, String expected, ScenarioRun run) {
        List<String> problems = new ArrayList<>();
        List<Death> deaths = new ArrayList<>();
        String actual = "";
        long bytes = 0;
        run.checkEnd(problems);
        for (MarkedLine line : run.lines()) {
            try {
                if (line.word().equals(Death.WORD)) {
                    deaths.add(Death.of(line));
                } else if (line.word().equals(DIGEST)) {
                    actual = line.text("sha256").toLowerCase(Locale.ROOT);
                    bytes = line.number("bytes");
                }
            } catch (UserProblem e) {
                problems.add(e.getMessage());
            }
        }
        checkDigest(expected, actual, bytes, problems);
        checkDeaths(deaths, problems);
        Totals totals = new Totals(deaths.size(), bytes, deaths.stream().mapToLong(Death::instructionsToService).sum(),
                deaths.stream().mapToLong(Death::instructionsToService).max().orElse(0), run.milliseconds());
        return new ScenarioReport(name(), problems.isEmpty(), expected, actual, List.copyOf(deaths), totals,
                List.copyOf(problems), context.kind().name().toLowerCase(Locale.ROOT), context.seed());
    }

    private static void checkDigest(String expected, String actual, long bytes, List<String> problems) {
        if (actual.isEmpty()) {
            problems.add("the reading program printed no digest");
        } else if (!actual.equals(expected)) {
            problems.add("the digests differ: the program read other bytes than are on the disk");
        }
        if (!actual.isEmpty() && bytes != ScenarioDisk.SIZE) {
            problems.add("the program read " + bytes + " bytes instead of " + ScenarioDisk.SIZE);
        }
    }

    private static void checkDeaths(List<Death> deaths, List<String> problems) {
        if (deaths.size() != REASONS.size()) {
            problems.add(deaths.size() + " deaths were reported instead of " + REASONS.size());
        }
        for (int i = 0; i < deaths.size(); i++) {
            Death death = deaths.get(i);
            String what = "death " + (i + 1) + " (" + death.isolate() + ", incarnation " + death.incarnation() + ", " + death.reason() + ")";
            if (!death.isolate().equals(DRIVER)) {
                problems.add(what + " is not the driver's");
            } else if (i < REASONS.size() && (death.incarnation() != i || !REASONS.get(i).contains(death.reason()))) {
                problems.add(what + " should be incarnation " + i + " and " + String.join(" or ", REASONS.get(i).stream().sorted().toList()));
            }
            if (i == IN_TRANSFER && !death.detail().equals(ADDRESS_IN_TRANSFER)) {
                problems.add(what + " was not in the middle of a transfer: its address is " + death.detail() + " instead of " + ADDRESS_IN_TRANSFER);
            }
            if (death.instructionsToService() <= 0) {
                problems.add(what + " was followed by no completed request");
            }
        }
    }
}
