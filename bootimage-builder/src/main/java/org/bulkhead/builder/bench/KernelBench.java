package org.bulkhead.builder.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.hosted.HostedBuilder;

/** The ten kernels natively and on HotSpot's interpreter, C1 and C2, in one run. */
public final class KernelBench {
    private static final String PACKAGE = "org.bulkhead.programs.bench.";
    private static final String ELAPSED = "elapsed-ns: ";
    private static final int ROUNDS = 3;

    /** What runs the kernels. */
    public enum Engine {
        BULKHEAD(List.of()), INTERPRETER(List.of("-Xint")), C1(List.of("-XX:TieredStopAtLevel=1")), C2(List.of("-XX:-TieredCompilation"));

        private final List<String> options;

        Engine(List<String> options) {
            this.options = options;
        }
    }

    /** The best of three times of a kernel on each engine, in nanoseconds. */
    public record Result(String kernel, int size, Map<Engine, Long> nanoseconds) {
        /** Returns the time on one engine divided by that on another. */
        public double ratio(Engine engine, Engine to) {
            return (double) nanoseconds.get(engine) / nanoseconds.get(to);
        }
    }

    private final Path classes;
    private final Map<String, Integer> kernels;

    /** @param kernels simple class name and problem size of each kernel */
    public KernelBench(Map<String, Integer> kernels) {
        this.kernels = new LinkedHashMap<>(kernels);
        try {
            classes = Path.of(Class.forName(PACKAGE + "Sieve", false, KernelBench.class.getClassLoader()).getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw UserProblem.failure("the kernels are not on the builder's class path: build Bulkhead again", e);
        }
    }

    /** Runs everything, one process after the other; fails if two engines print different checksums. */
    public List<Result> run(Progress progress) throws IOException, InterruptedException {
        Path executable = Files.createTempFile("kernels", ".elf");
        try {
            List<String> names = kernels.keySet().stream().map(each -> PACKAGE + each).toList();
            Files.write(executable, new HostedBuilder(List.of(classes), names).build(progress).elf());
            executable.toFile().setExecutable(true);
            List<Result> results = new ArrayList<>();
            for (Map.Entry<String, Integer> kernel : kernels.entrySet()) {
                results.add(measure(kernel.getKey(), kernel.getValue(), executable));
                progress.update("measuring", results.size(), "kernels");
            }
            return results;
        } finally {
            Files.deleteIfExists(executable);
        }
    }

    private Result measure(String kernel, int size, Path executable) throws IOException, InterruptedException {
        Map<Engine, Long> best = new LinkedHashMap<>();
        String checksum = null;
        for (int round = 0; round < ROUNDS; round++) {
            for (Engine engine : Engine.values()) {
                List<String> lines = run(command(engine, kernel, size, executable));
                String last = lines.get(lines.size() - 1);
                List<String> printed = lines.subList(0, lines.size() - 1);
                if (checksum != null && !checksum.equals(printed.toString())) {
                    throw UserProblem.failure("kernel " + kernel + " prints " + printed + " on " + engine + " but " + checksum + " elsewhere");
                }
                checksum = printed.toString();
                best.merge(engine, Long.parseLong(last.substring(ELAPSED.length())), Math::min);
            }
        }
        return new Result(kernel, size, best);
    }

    private List<String> command(Engine engine, String kernel, int size, Path executable) {
        List<String> command = new ArrayList<>();
        if (engine == Engine.BULKHEAD) {
            command.add(executable.toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(engine.options);
            command.addAll(List.of("-cp", classes.toString()));
        }
        command.add(PACKAGE + kernel);
        command.add(Integer.toString(size));
        return command;
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        int status = process.waitFor();
        if (status != 0 || lines.isEmpty() || !lines.get(lines.size() - 1).startsWith(ELAPSED)) {
            throw UserProblem.failure(String.join(" ", command) + " ended with status " + status + ": " + lines);
        }
        return lines;
    }
}
