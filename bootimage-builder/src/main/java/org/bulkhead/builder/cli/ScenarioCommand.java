package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.file.ScenarioLibrary;
import org.bulkhead.builder.scenario.file.ScenarioReader;
import org.bulkhead.builder.scenario.report.BatchReport;
import org.bulkhead.builder.scenario.report.HtmlReport;
import org.bulkhead.builder.scenario.report.ScenarioReport;
import org.bulkhead.builder.scenario.run.ScenarioBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scenarios: what there is, whether a file is right, and running one or all. */
@Command(name = "scenario", sortOptions = false, description = "Runs the whole system as a file says and judges it from outside.",
        subcommands = {ScenarioCommand.ListCommand.class, ScenarioCommand.Check.class, ScenarioCommand.Run.class})
final class ScenarioCommand extends CommandGroup {
    private static ScenarioReader reader() {
        return new ScenarioReader(ProgramCatalogue.of(ImageClassPath.with(List.of())));
    }

    private static ScenarioLibrary library() {
        return ScenarioLibrary.of(Workspace.root());
    }

    /** Lists the scenarios. */
    @Command(name = "list", description = "Lists the scenarios in scripts/scenarios.")
    static final class ListCommand implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            TextTable table = new TextTable("scenario", "what it shows");
            ScenarioReader reader = reader();
            library().all().stream().map(reader::read).forEach(each -> table.row(each.name(), each.shows()));
            spec.commandLine().getOut().print(table);
            spec.commandLine().getOut().flush();
        }
    }

    /** Checks files. */
    @Command(name = "check", description = "Checks scenarios' files without running them; exit status 2 if something in them is wrong.")
    static final class Check implements Runnable {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1..*", paramLabel = "NAME|FILE", description = "A scenario's name or file.")
        private List<String> names;

        @Override
        public void run() {
            ScenarioReader reader = reader();
            for (String name : names) {
                ScenarioFile file = reader.read(library().find(name));
                spec.commandLine().getOut().println(file.name() + ": right; its programs are " + file.programs().stream().map(each -> each.substring(each.lastIndexOf('.') + 1)).collect(Collectors.joining(", ")));
            }
            spec.commandLine().getOut().flush();
        }
    }

    /** Runs one scenario, or all. */
    @Command(name = "run", sortOptions = false, description = "Runs a scenario, or all; exit status 0 if all pass, 1 if not.")
    static final class Run implements Callable<Integer> {
        private static final Duration LIMIT = Duration.ofMinutes(15);
        private static final long DEFAULT_SEED = 2024;
        private static final String REPORT = "report.json";
        private static final String PAGE = "report.html";

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", arity = "0..1", paramLabel = "NAME|FILE", description = "The scenario, see scenario list; or the file of one.")
        private String name;

        @Option(names = "--all", description = "Run all scenarios of scripts/scenarios, several side by side.")
        private boolean all;

        @Mixin
        private MachineOptions machine;

        @Option(names = "--report", paramLabel = "DIR", description = "Write report.json and report.html there.")
        private Path reportFolder;

        @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "" + DEFAULT_SEED,
                description = "From which the disk's contents follow; default: ${DEFAULT-VALUE}.")
        private long seed;

        @Option(names = "--jobs", paramLabel = "NUMBER", description = "How many run side by side with --all; default: one for each processor.")
        private int jobs = Runtime.getRuntime().availableProcessors();

        @Option(names = "--image", paramLabel = "FILE", description = "The image; default: built from the file's programs and plan.")
        private Path image;

        @Override
        public Integer call() {
            if (all == (name != null)) {
                throw new ParameterException(spec.commandLine(), all ? "\"" + name + "\" and --all exclude each other: leave one out" : "say which scenario: a name, a file, or --all");
            }
            if (all && image != null) {
                throw new ParameterException(spec.commandLine(), "--image and --all exclude each other, for each scenario has an image of its own: leave one out");
            }
            if (jobs < 1) {
                throw new ParameterException(spec.commandLine(), "--jobs " + jobs + " is not possible: 1 is the least");
            }
            if (reportFolder != null) {
                OutputFile.makeFolder(reportFolder);
            }
            return all ? runAll() : runOne();
        }

        private ScenarioWork work() {
            return new ScenarioWork(machine.kind(), machine.timeoutOr(LIMIT), seed, spec.commandLine().getErr());
        }

        private int runOne() {
            PrintWriter out = spec.commandLine().getOut();
            ScenarioFile scenario = reader().read(library().find(name));
            ScenarioReport report = work().run(scenario, image == null ? work().image(scenario) : image, new WithoutSamples(out));
            print(report, out);
            if (reportFolder != null) {
                JsonFile.write(reportFolder.resolve(REPORT), report);
                HtmlReport.write(reportFolder.resolve(PAGE), List.of(report));
            }
            return report.passed() ? 0 : CommandLineTool.FAILED;
        }

        private static void print(ScenarioReport report, PrintWriter out) {
            out.println();
            out.print(report.text());
            report.problems().forEach(problem -> out.println("problem: " + problem));
            out.println(report.scenario() + (report.passed() ? ": PASSED" : ": FAILED"));
            out.flush();
        }

        private int runAll() {
            PrintWriter out = spec.commandLine().getOut();
            ScenarioReader reader = reader();
            List<ScenarioFile> scenarios = library().all().stream().map(reader::read).toList();
            BatchProgress progress = new BatchProgress(spec.commandLine().getErr(), scenarios.size());
            ScenarioWork work = work();
            List<ScenarioReport> reports = new ScenarioBatch(scenarios, each -> work.run(each, work.image(each), piece -> { })).run(jobs, progress::finished, progress::update);
            progress.end();
            BatchReport report = BatchReport.of(reports);
            out.print(report.text());
            out.flush();
            if (reportFolder != null) {
                JsonFile.write(reportFolder.resolve(REPORT), report);
                HtmlReport.write(reportFolder.resolve(PAGE), reports);
            }
            return report.passed() ? 0 : CommandLineTool.FAILED;
        }
    }
}
