package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.campaign.Campaign;
import org.bulkhead.builder.campaign.CampaignImage;
import org.bulkhead.builder.campaign.CampaignPlan;
import org.bulkhead.builder.campaign.CampaignProgress;
import org.bulkhead.builder.campaign.CampaignReport;
import org.bulkhead.builder.campaign.FaultClass;
import org.bulkhead.builder.campaign.Merge;
import org.bulkhead.builder.campaign.Replay;
import org.bulkhead.builder.campaign.ResultFile;
import org.bulkhead.builder.manifest.BootSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fault-injection campaigns: running one, joining its parts, telling what came of it, repeating a single fault. */
@Command(name = "campaign", sortOptions = false, description = "Puts faults into the drivers of a running system and says what becomes of them.",
        subcommands = {CampaignCommand.Run.class, CampaignCommand.MergeFiles.class, CampaignCommand.Report.class, CampaignCommand.ReplayOne.class})
final class CampaignCommand extends CommandGroup {
    private static CampaignImage image(Path file, PrintWriter err) {
        Path image = file == null ? Images.ensure(BootSet.CAMPAIGN, err) : file;
        return new CampaignImage(image, Images.map(image), Images.rights(image));
    }

    /** Runs a campaign or goes on with it. */
    @Command(name = "run", sortOptions = false, description = "Runs a campaign, or goes on where its file ends.", footer = {"", "The same image, seed and number of faults give the same results, fault by fault."})
    static final class Run implements Callable<Integer> {
        private static final long DEFAULT_SEED = 2024;
        private static final long DEFAULT_FAULTS = 2000;
        private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

        @Spec
        private CommandSpec spec;

        @Option(names = "--out", paramLabel = "FILE.jsonl", required = true, description = "Where the results go, a line for each fault.")
        private Path out;

        @Option(names = "--faults", paramLabel = "NUMBER", defaultValue = "" + DEFAULT_FAULTS, description = "Faults of the whole campaign; default: ${DEFAULT-VALUE}.")
        private long faults;

        @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "" + DEFAULT_SEED, description = "From which all faults follow; default: ${DEFAULT-VALUE}.")
        private long seed;

        @Option(names = "--drivers", paramLabel = "NAME", split = ",", description = "Whose code and memory is damaged; default: all drivers of the image.")
        private List<String> drivers = new ArrayList<>();

        @Option(names = "--classes", paramLabel = "CLASS", split = ",", description = "Classes of faults: ${COMPLETION-CANDIDATES}; default: all.")
        private List<FaultClass> classes = new ArrayList<>();

        @Option(names = "--jobs", paramLabel = "NUMBER", description = "Machines at a time; default: one for each processor.")
        private Integer jobs;

        @Option(names = "--shard", paramLabel = "I/N", defaultValue = "1/1", description = "Run only part I of N, to be joined with the others by campaign merge.")
        private String shard;

        @Option(names = "--image", paramLabel = "FILE", description = "The image, of the set CAMPAIGN; default: built for it.")
        private Path imageFile;

        @Override
        public Integer call() {
            Matcher part = SHARD.matcher(shard);
            if (!part.matches() || Integer.parseInt(part.group(1)) < 1 || Integer.parseInt(part.group(1)) > Integer.parseInt(part.group(2))) {
                throw UserProblem.usage("--shard " + shard + ": say I/N, with I from 1 to N");
            }
            if (faults < 1) {
                throw UserProblem.usage("--faults " + faults + ": at least 1 is needed");
            }
            int machines = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
            if (machines < 1) {
                throw UserProblem.usage("--jobs " + machines + ": at least 1 is needed");
            }
            OutputFile.check(out);
            CampaignImage image = image(imageFile, spec.commandLine().getErr());
            for (String each : drivers) {
                if (!image.drivers().containsKey(each)) {
                    throw UserProblem.usage("--drivers " + each + ": the image has the drivers " + String.join(", ", image.drivers().keySet()));
                }
            }
            CampaignPlan plan = new CampaignPlan(seed, faults, drivers.isEmpty() ? List.copyOf(image.drivers().keySet()) : drivers,
                classes.isEmpty() ? Arrays.asList(FaultClass.values()) : classes, CampaignPlan.FAULTS_PER_BOOT);
            CampaignProgress progress = new CampaignProgress(spec.commandLine().getErr(), System.console() != null);
            ResultFile results = new Campaign(plan, image, Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)), progress).run(out, machines);
            CampaignReport report = new CampaignReport(results);
            spec.commandLine().getOut().print(report.text());
            spec.commandLine().getOut().flush();
            return report.passed() ? 0 : CommandLineTool.FAILED;
        }
    }

    /** Joins parts of a campaign. */
    @Command(name = "merge", sortOptions = false, description = "Joins the results of a campaign's parts, which may be incomplete but not overlap.")
    static final class MergeFiles implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--out", paramLabel = "FILE.jsonl", required = true, description = "Where all results go.")
        private Path out;

        @Parameters(arity = "1..*", paramLabel = "FILE.jsonl", description = "The parts.")
        private List<Path> parts;

        @Override
        public Integer call() {
            OutputFile.check(out);
            ResultFile whole = Merge.of(parts);
            whole.write(out);
            spec.commandLine().getOut().println(whole.results().size() + " of " + whole.faults() + " faults in " + out + (whole.isComplete() ? "" : "; go on with the rest: bulkhead campaign run --out " + out));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    /** Tells what came of a campaign. */
    @Command(name = "report", sortOptions = false, description = "Tells what became of the faults, by class and by driver.")
    static final class Report implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "FILE.jsonl", description = "The results.")
        private Path file;

        @Option(names = "--markdown", description = "Print the tables of docs/dependability.md.")
        private boolean markdown;

        @Option(names = "--report", paramLabel = "DIR", description = "Write report.json and report.html there.")
        private Path folder;

        @Override
        public Integer call() {
            CampaignReport report = new CampaignReport(ResultFile.read(file));
            if (folder != null) {
                OutputFile.makeFolder(folder);
                report.write(folder);
            }
            spec.commandLine().getOut().print(markdown ? report.markdown() : report.text());
            spec.commandLine().getOut().flush();
            return report.passed() ? 0 : CommandLineTool.FAILED;
        }
    }

    /** Repeats one fault. */
    @Command(name = "replay", sortOptions = false, description = "Repeats a fault with all that went before it on its machine, and shows what the system wrote.")
    static final class ReplayOne implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "FILE.jsonl", description = "The results.")
        private Path file;

        @Parameters(index = "1", paramLabel = "FAULT", description = "Number of the fault.")
        private long fault;

        @Option(names = "--image", paramLabel = "FILE", description = "The image of the campaign; default: built for it.")
        private Path imageFile;

        @Override
        public Integer call() {
            boolean same = new Replay(image(imageFile, spec.commandLine().getErr()), ResultFile.read(file)).run(fault, spec.commandLine().getOut());
            return same ? 0 : CommandLineTool.FAILED;
        }
    }
}
