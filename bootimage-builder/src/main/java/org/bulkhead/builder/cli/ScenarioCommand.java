package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.Death;
import org.bulkhead.builder.scenario.Scenario;
import org.bulkhead.builder.scenario.ScenarioContext;
import org.bulkhead.builder.scenario.ScenarioReport;
import org.bulkhead.builder.scenario.Scenarios;
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

        @Option(names = "--image", paramLabel = "FILE", description = "The scenario's image; default: target/scenario.img.")
        private Path image;

        @Override
        public Integer call() {
            Scenario scenario = Scenarios.named(name);
            PrintWriter out = spec.commandLine().getOut();
            Path folder = temporaryFolder();
            try {
                ScenarioReport report = scenario.run(new ScenarioContext(image == null ? Workspace.scenarioImage() : image, machine.kind(), machine.timeoutOr(LIMIT), seed, folder, out));
                print(report, out);
                if (reportFolder != null) {
                    JsonFile.write(reportFolder.resolve("report.json"), report);
                }
                return report.passed() ? 0 : CommandLineTool.FAILED;
            } finally {
                remove(folder);
            }
        }

        private static void print(ScenarioReport report, PrintWriter out) {
            TextTable deaths = new TextTable("#", "isolate", "incarnation", "reason", "detail", "instructions to service");
            int number = 0;
            for (Death death : report.deaths()) {
                number++;
                deaths.row(number, death.isolate(), death.incarnation(), death.reason(), death.detail(), String.format("%,d", death.instructionsToService()));
            }
            out.println();
            out.print(deaths);
            out.println("digest expected  " + report.digestExpected());
            out.println("digest actual    " + (report.digestActual().isEmpty() ? "none" : report.digestActual()));
            out.printf("bytes read       %,d, in %.1f s of host time (%s)%n", report.totals().bytesRead(),
                    report.totals().hostMilliseconds() / 1000.0, report.emulator());
            report.problems().forEach(problem -> out.println("problem: " + problem));
            out.println(report.scenario() + (report.passed() ? ": PASSED" : ": FAILED"));
            out.flush();
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("bulkhead-scenario-");
            } catch (IOException e) {
                throw UserProblem.failure("cannot make a temporary folder: " + e.getMessage(), e);
            }
        }

        private static void remove(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                // A leftover in the temporary folder harms nobody.
            }
        }
    }
}
