package org.bulkhead.builder.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.hosted.HostedBuilder;

/** How long a program as a Linux executable stands still for collections, at different amounts of live data. */
public final class CollectorBench {
    private static final String PROGRAM = "org.bulkhead.programs.bench.LiveData";
    private static final Pattern COLLECTION = Pattern.compile("collection \\d+: (\\d+) us, \\d+ bytes before, (\\d+) live, (\\d+) moved");
    private static final Pattern ELAPSED = Pattern.compile("elapsed-ns: (\\d+)");
    private static final long NANOS_PER_MICRO = 1000;
    private static final long MEBIBYTE = 1 << 20;
    /** The heap may be this many times as large as the live data. */
    private static final int HEAP = 3;
    private static final int LARGEST_HEAP = 1536;
    /** The collections that come while the live data is still being built are left out. */
    private static final double COMPLETE = 0.9;

    private CollectorBench() {}

    /**
     * What was seen at one amount of live data.
     *
     * @param liveMebibytes what the program keeps
     * @param heapMebibytes what its heap may grow to
     * @param collections those that found at least nine tenths of it alive
     * @param medianMicros their median, {@code longestMicros} their maximum
     * @param percent share of the program's time that went into all collections
     */
    public record Pauses(int liveMebibytes, int heapMebibytes, int collections, long medianMicros, long longestMicros, double percent) {}

    /** Runs the program once for each amount, in MiB; fails if it does not end well. */
    public static List<Pauses> run(List<Integer> amounts, Progress progress) throws IOException, InterruptedException {
        Path executable = Files.createTempFile("live-data", ".elf");
        Path log = Files.createTempFile("collections", ".log");
        try {
            Files.write(executable, new HostedBuilder(List.of(classes()), List.of(PROGRAM)).build(progress).elf());
            executable.toFile().setExecutable(true);
            List<Pauses> results = new ArrayList<>();
            for (int each : amounts) {
                results.add(measure(executable, log, each));
                progress.update("measuring", results.size(), "amounts of live data");
            }
            return results;
        } finally {
            Files.deleteIfExists(executable);
            Files.deleteIfExists(log);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Class.forName(PROGRAM, false, CollectorBench.class.getClassLoader()).getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw UserProblem.failure("the program " + PROGRAM + " is not on the builder's class path: build Bulkhead again", e);
        }
    }

    private static Pauses measure(Path executable, Path log, int live) throws IOException, InterruptedException {
        int heap = Math.min(HEAP * live, LARGEST_HEAP);
        ProcessBuilder builder = new ProcessBuilder(executable.toString(), Integer.toString(live)).redirectError(log.toFile());
        builder.environment().put("BULKHEAD_HEAP", heap + "M");
        builder.environment().put("BULKHEAD_GC_LOG", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        int status = process.waitFor();
        Matcher elapsed = ELAPSED.matcher(output);
        if (status != 0 || !elapsed.find()) {
            throw UserProblem.failure(PROGRAM + " with " + live + " MiB ended with status " + status + ": " + output + Files.readString(log));
        }
        long all = 0;
        List<Long> pauses = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.matches()) {
                all += Long.parseLong(collection.group(1));
                if (Long.parseLong(collection.group(2)) >= COMPLETE * live * MEBIBYTE) {
                    pauses.add(Long.parseLong(collection.group(1)));
                }
            }
        }
        long[] sorted = pauses.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            throw UserProblem.failure(PROGRAM + " with " + live + " MiB was never collected with all of its data alive");
        }
        return new Pauses(live, heap, sorted.length, sorted[sorted.length / 2], Arrays.stream(sorted).max().orElseThrow(), 100.0 * all * NANOS_PER_MICRO / Long.parseLong(elapsed.group(1)));
    }
}
