package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.Scenario;
import org.bulkhead.builder.scenario.ScenarioContext;
import org.bulkhead.builder.scenario.Scenarios;
import org.bulkhead.builder.scenario.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scenarios: what there is, and running one. */
@Command(name = "scenario", sortOptions = false, description = "Runs the whole system and judges it from outside.",
        subcommands = {ScenarioCommand.ListCommand.class, ScenarioCommand.RunOne.class})
final class ScenarioCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list or run NAME");
    }

    /** Lists the scenarios. */
    @Command(name = "list", description = "Lists the scenarios.")
    static final class ListCommand implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            TextTable table = new TextTable("scenario", "what it shows");
            Scenarios.all().forEach(scenario -> table.row(scenario.name(), scenario.description()));
            spec.commandLine().getOut().print(table);
            spec.commandLine().getOut().flush();
        }
    }

    /** Runs one scenario. */
    @Command(name = "run", sortOptions = false, description = "Runs a scenario; exit status 0 if it passes, 1 if not.")
    static final class RunOne implements Callable<Integer> {
        private static final Duration LIMIT = Duration.ofMinutes(15);
        private static final long DEFAULT_SEED = 2024;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "NAME", description = "The scenario; see scenario list.")
        private String name;

        @Mixin
        private MachineOptions machine;

        @Option(names = "--report", paramLabel = "DIR", description = "Write report.json there.")
        private Path reportFolder;

        @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "" + DEFAULT_SEED,
                description = "From which the disk's contents follow; default: ${DEFAULT-VALUE}.")
        private long seed;

        @Option(names = "--image", paramLabel = "FILE", description = "The scenario's image; default: built for it.")
        private Path image;

        @Override
        public Integer call() {
            Scenario scenario = Scenarios.named(name);
            if (reportFolder != null) {
                OutputFile.makeFolder(reportFolder);
            }
            PrintWriter out = spec.commandLine().getOut();
            Path file = image == null ? Images.ensure(scenario.bootSet(), spec.commandLine().getErr()) : image;
            Path folder = Folders.temporary("bulkhead-scenario-");
            try {
                Verdict verdict = scenario.run(new ScenarioContext(file, machine.kind(), machine.timeoutOr(LIMIT), seed, folder, out));
                print(verdict, out);
                if (reportFolder != null) {
                    JsonFile.write(reportFolder.resolve("report.json"), verdict);
                }
                return verdict.passed() ? 0 : CommandLineTool.FAILED;
            } finally {
                Folders.remove(folder);
            }
        }

        private static void print(Verdict verdict, PrintWriter out) {
            out.println();
            out.print(verdict.text());
            verdict.problems().forEach(problem -> out.println("problem: " + problem));
            out.println(verdict.scenario() + (verdict.passed() ? ": PASSED" : ": FAILED"));
            out.flush();
        }
    }
}
