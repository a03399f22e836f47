package org.bulkhead.builder.scenario.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Display;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.scenario.judge.Area;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.judge.Evidence;
import org.bulkhead.builder.scenario.judge.Expectation;
import org.bulkhead.builder.scenario.judge.Finding;
import org.bulkhead.builder.scenario.judge.Judge;
import org.bulkhead.builder.scenario.report.ScenarioReport;

/** Runs a scenario and judges it. */
public final class ScenarioRunner {
    /**
     * What a run goes by that the scenario's file does not say.
     *
     * @param kind the emulator
     * @param timeout limit of host time for each boot
     * @param seed from which all random contents follow
     * @param folder for the disk, exists
     * @param listener is given what the system prints on the serial line
     */
    public record Options(EmulatorKind kind, Duration timeout, long seed, Path folder, Consumer<String> listener) {}

    private final ScenarioFile scenario;
    private final Path image;
    private final Options options;

    /** @param image the disk image of the scenario's programs and plan */
    public ScenarioRunner(ScenarioFile scenario, Path image, Options options) {
        this.scenario = scenario;
        this.image = image;
        this.options = options;
    }

    /** Boots the image, twice if runs are compared, and judges what was left behind; what the system did wrong is in the report, not thrown. */
    public ScenarioReport run() {
        List<Finding> findings = new ArrayList<>();
        Evidence evidence = boot(findings);
        findings.addAll(judge(scenario, evidence));
        if (scenario.repetition() == ScenarioFile.Repetition.COMPARED && options.kind() == EmulatorKind.BOCHS) {
            findings.add(repetition(evidence, boot(findings)));
        }
        return ScenarioReport.of(scenario, options.kind(), options.seed(), evidence, findings);
    }

    /** Returns what must hold according to the scenario, and what was found. */
    public static List<Finding> judge(ScenarioFile scenario, Evidence evidence) {
        List<Finding> findings = new ArrayList<>(scenario.ending().judge(evidence));
        scenario.expectations().forEach(each -> findings.add(judge(each, evidence)));
        scenario.judge().ifPresent(each -> findings.addAll(each.judge(evidence)));
        return findings;
    }

    private static Finding judge(Expectation expectation, Evidence evidence) {
        try {
            return expectation.judge(evidence);
        } catch (UserProblem e) {
            // A marked line without what it should have.
            return new Finding(expectation.toString(), "lines that make sense", e.getMessage(), false);
        }
    }

    private Evidence boot(List<Finding> findings) {
        Path file = options.folder().resolve("disk.img");
        Optional<ScenarioDisk> disk = scenario.machine().disk().map(spec -> ScenarioDisk.write(file, spec, options.seed()));
        Map<Area, String> before = disk.map(each -> each.digests(areas(Expectation::before))).orElse(Map.of());
        try {
            return boot(disk, file, before, findings);
        } finally {
            remove(file);
        }
    }

    private List<Area> areas(Function<Expectation, List<Area>> which) {
        return scenario.expectations().stream().flatMap(each -> which.apply(each).stream()).distinct().toList();
    }

    private Evidence boot(Optional<ScenarioDisk> disk, Path file, Map<Area, String> before, List<Finding> findings) {
        EmulatorConfig config = EmulatorConfig.of(image).withKind(options.kind()).withMemory(scenario.machine().memoryMegabytes()).withNetwork(scenario.machine().network())
            .withTime(scenario.machine().time()).withTimeout(options.timeout());
        config = disk.isPresent() ? config.withSecondDisk(file) : config;
        config = scenario.machine().display() == Display.ATTENDED ? config.withDisplay() : config;
        Judge.Hearing hearing = scenario.judge().map(Judge::hearing).orElse(Judge.Hearing.EVERYWHERE);
        long begin = System.nanoTime();
        try (EmulatorRun run = Emulator.start(config, hearing == Judge.Hearing.EVERYWHERE ? options.listener() : piece -> { })) {
            HostPart host = HostPart.of(scenario.hostSteps(), run);
            Ending ending = run.awaitEnd();
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            if (!scenario.hostSteps().isEmpty()) {
                List<String> problems = host.problems();
                findings.add(new Finding("the host's part of the plan", "all is typed", problems.isEmpty() ? "so it is" : String.join("; ", problems), problems.isEmpty()));
            }
            Map<Area, String> after = disk.map(each -> each.digests(areas(Expectation::after))).orElse(Map.of());
            return Evidence.of(run.debugConsole(), run.serial(), hearing, ending, run.tail(), milliseconds, before, after);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw UserProblem.failure("cannot remove the disk " + file + ": " + e.getMessage(), e);
        }
    }

    /** Compares the logs of two runs, whose marked lines have the time-stamp counter in them. */
    static Finding repetition(Evidence first, Evidence second) {
        List<String> one = first.log().lines().toList();
        List<String> other = second.log().lines().toList();
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        boolean equal = same == one.size() && same == other.size();
        String found = equal ? "the same " + same + " lines" : "line " + (same + 1) + " of the log differs: \"" + line(one, same) + "\" and \"" + line(other, same) + "\"";
        return new Finding("a second run", "the same log, to the instruction", found, equal);
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(its end)";
    }
}
