package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.ImageSettings;
import org.bulkhead.builder.manifest.Pace;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.builder.manifest.ProgramSettings;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.report.ScenarioReport;
import org.bulkhead.builder.scenario.run.ScenarioRunner;
import org.bulkhead.servers.scenario.Conductor;
import org.bulkhead.servers.scenario.Plan;
import org.bulkhead.servers.scenario.Step;

/** Builds the images of scenarios and runs them; may be used by several threads. */
public final class ScenarioWork {
    private final EmulatorKind kind;
    private final Duration timeout;
    private final long seed;
    private final PrintWriter err;

    /**
     * @param kind the emulator
     * @param timeout limit of host time for each boot
     * @param seed from which all random contents follow
     * @param err what the builder has to say goes there
     */
    public ScenarioWork(EmulatorKind kind, Duration timeout, long seed, PrintWriter err) {
        this.kind = kind;
        this.timeout = timeout;
        this.seed = seed;
        this.err = err;
    }

    /** Returns the image of a scenario's programs and plan, up to date. One at a time is built: a builder takes much memory. */
    public synchronized Path image(ScenarioFile scenario) {
        Path folder = Workspace.target().resolve("scenarios");
        OutputFile.makeFolder(folder);
        Map<String, ProgramSettings> programs = scenario.plan().map(plan -> Map.of(Conductor.NAME, new ProgramSettings(plan.encode(), complaints(plan)))).orElse(Map.of());
        return Images.ensure(List.of(), scenario.programs(), new ImageSettings(programs, Pace.AS_DECLARED), VolumeContents.NONE, folder.resolve(scenario.name() + ".img"), err);
    }

    private static List<String> complaints(Plan plan) {
        return plan.steps().stream().filter(each -> each.action() == Step.Action.COMPLAIN).map(Step::target).distinct().toList();
    }

    /** Runs a scenario with its image; what the machine prints on its serial line goes to {@code listener}. */
    public ScenarioReport run(ScenarioFile scenario, Path image, Consumer<String> listener) {
        Path folder = Folders.temporary("bulkhead-scenario-");
        try {
            return new ScenarioRunner(scenario, image, new ScenarioRunner.Options(kind, timeout, seed, folder, listener)).run();
        } finally {
            Folders.remove(folder);
        }
    }
}
