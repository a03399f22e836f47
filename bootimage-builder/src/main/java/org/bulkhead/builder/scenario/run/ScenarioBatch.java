package org.bulkhead.builder.scenario.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.report.ScenarioReport;

/** Runs several scenarios, some side by side: each machine is a process of its own. */
public final class ScenarioBatch {
    private static final int TICK_MILLIS = 250;

    private final List<ScenarioFile> scenarios;
    private final Function<ScenarioFile, ScenarioReport> runner;
    private final Map<String, Long> running = new LinkedHashMap<>();
    private int passed;
    private int failed;

    /**
     * How far a batch is.
     *
     * @param passed scenarios that passed
     * @param failed scenarios that failed
     * @param left scenarios that have not begun
     * @param running scenarios that run, and since how many seconds
     */
    public record Progress(int passed, int failed, int left, Map<String, Long> running) {}

    /** @param runner runs one scenario, on any thread */
    public ScenarioBatch(List<ScenarioFile> scenarios, Function<ScenarioFile, ScenarioReport> runner) {
        this.scenarios = List.copyOf(scenarios);
        this.runner = runner;
    }

    /**
     * Runs all, at most {@code side} at the same time, and returns the reports in the order of the scenarios.
     *
     * @param finished is given each report as soon as it is there, on this thread
     * @param progress is told several times a second how far the batch is, on this thread
     * @throws UserProblem if a scenario could not be run at all; those that run are stopped
     */
    public List<ScenarioReport> run(int side, Consumer<ScenarioReport> finished, Consumer<Progress> progress) {
        ExecutorService workers = Executors.newFixedThreadPool(side, task -> {
            Thread thread = new Thread(task, "scenario");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<ScenarioReport>> futures = new ArrayList<>();
            scenarios.forEach(each -> futures.add(workers.submit(() -> run(each))));
            return collect(futures, finished, progress);
        } finally {
            // Interrupted, they close their machines.
            workers.shutdownNow();
        }
    }

    private ScenarioReport run(ScenarioFile scenario) {
        synchronized (this) {
            running.put(scenario.name(), System.nanoTime());
        }
        try {
            return runner.apply(scenario);
        } finally {
            synchronized (this) {
                running.remove(scenario.name());
            }
        }
    }

    private List<ScenarioReport> collect(List<Future<ScenarioReport>> futures, Consumer<ScenarioReport> finished, Consumer<Progress> progress) {
        Map<Integer, ScenarioReport> reports = new LinkedHashMap<>();
        while (reports.size() < futures.size()) {
            for (int i = 0; i < futures.size(); i++) {
                if (!reports.containsKey(i) && futures.get(i).isDone()) {
                    ScenarioReport report = result(futures.get(i));
                    reports.put(i, report);
                    passed += report.passed() ? 1 : 0;
                    failed += report.passed() ? 0 : 1;
                    finished.accept(report);
                }
            }
            progress.accept(progress());
            waitForOne(futures, reports);
        }
        return futures.stream().map(ScenarioBatch::result).toList();
    }

    private static void waitForOne(List<Future<ScenarioReport>> futures, Map<Integer, ScenarioReport> reports) {
        for (int i = 0; i < futures.size(); i++) {
            if (!reports.containsKey(i)) {
                try {
                    futures.get(i).get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException | ExecutionException e) {
                    // Looked at in the next round.
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw UserProblem.failure("interrupted", e);
                }
                return;
            }
        }
    }

    private synchronized Progress progress() {
        Map<String, Long> seconds = new LinkedHashMap<>();
        running.forEach((name, since) -> seconds.put(name, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since)));
        return new Progress(passed, failed, scenarios.size() - passed - failed - seconds.size(), seconds);
    }

    private static ScenarioReport result(Future<ScenarioReport> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserProblem.failure("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
