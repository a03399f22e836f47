package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.bench.CrashLoopReport;
import org.bulkhead.builder.bench.CrashLoopRun;
import org.bulkhead.builder.bench.CrashLoopRun.Result;
import org.bulkhead.builder.bench.CrashLoopRun.Work;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what it costs that a driver is killed again and again under load. */
@Command(name = "crash-loop", sortOptions = false,
        description = "Measures throughput while a driver is killed in a fixed interval, in Bochs; every byte is checked, and one that is wrong fails the command.")
final class CrashLoopCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final String INTERVALS = "500,1000,2000,3000,4000,5000,6000,7000,8000,9000,10000,11000,12000,13000,14000,15000";
    private static final int SECONDS = 30;
    private static final int DEATHS = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--work", split = ",", paramLabel = "WORK", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<Work> works = EnumSet.allOf(Work.class);

    @Option(names = "--intervals", split = ",", paramLabel = "MS", defaultValue = INTERVALS, description = "Milliseconds of the machine's time between two kills; default: ${DEFAULT-VALUE}.")
    private List<Long> intervals;

    @Option(names = "--seconds", paramLabel = "NUMBER", defaultValue = "" + SECONDS, description = "Least time of each measurement, in seconds of the machine; default: ${DEFAULT-VALUE}.")
    private long seconds;

    @Option(names = "--deaths", paramLabel = "NUMBER", defaultValue = "" + DEATHS, description = "Least number of deaths in each; default: ${DEFAULT-VALUE}.")
    private long deaths;

    @Option(names = "--jobs", paramLabel = "NUMBER", description = "How many machines run side by side; default: one for each processor.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw throughput over interval as SVG.")
    private Path plot;

    @Override
    public Integer call() throws InterruptedException {
        require(jobs >= 1, "--jobs " + jobs + " is not possible: 1 is the least");
        require(seconds >= 1 && seconds <= LIMIT.toSeconds(), "--seconds " + seconds + " is not possible: 1 to " + LIMIT.toSeconds());
        require(deaths >= 1, "--deaths " + deaths + " is not possible: 1 is the least");
        intervals.forEach(each -> require(each >= 1, "--intervals " + each + " is not possible: a millisecond is the least"));
        if (plot != null) {
            OutputFile.check(plot);
        }
        PrintWriter err = spec.commandLine().getErr();
        Path image = Images.ensure(BootSet.CRASH_LOOP, err);
        Path folder = Folders.temporary("bulkhead-crash-loop-");
        try {
            CrashLoopReport report = CrashLoopReport.of(run(image, folder, new TerminalProgress(err)));
            if (plot != null) {
                WholeFile.write(plot, report.svg());
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? JsonFile.text(report) : report.text());
            out.flush();
            return 0;
        } finally {
            Folders.remove(folder);
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }

    /** Runs everything, several at a time; of each kind of work the undisturbed run comes first. */
    private List<Result> run(Path image, Path folder, Progress progress) throws InterruptedException {
        List<CrashLoopRun> runs = new ArrayList<>();
        for (Work work : works) {
            runs.add(new CrashLoopRun(work, 0, seconds, deaths));
            intervals.stream().sorted().distinct().forEach(interval -> runs.add(new CrashLoopRun(work, interval, seconds, deaths)));
        }
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Result>> futures = runs.stream().map(run -> workers.submit(() -> run.run(image, folder, LIMIT))).toList();
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : futures) {
                progress.update("crash loop", results.size(), "of " + runs.size() + " measurements");
                results.add(future.get());
            }
            progress.done("crash loop:", results.size(), "measurements");
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserProblem problem) {
                throw problem;
            }
            if (e.getCause() instanceof IOException problem) {
                throw UserProblem.failure("the crash loop's disk cannot be used: " + problem.getMessage(), problem);
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
