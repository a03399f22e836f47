package org.bulkhead.builder.bench;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.driver.DriverCheck;
import org.bulkhead.builder.driver.DriverReport;
import org.bulkhead.builder.fixedpoint.FixedPoint;
import org.bulkhead.builder.fixedpoint.ImageCompiler;
import org.bulkhead.builder.hosted.HostedBuilder;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.servers.loader.fixedpoint.FixedPointProgram;
import org.bulkhead.vm.compiler.check.ClassArchive;
import org.bulkhead.vm.compiler.check.CompileArchive;

/** How fast the compiler compiles itself: as a Linux program against the same class files on HotSpot, and in the image; and what it adds to an image. */
public final class CompilerBench {
    private static final long MILLION = 1_000_000L;
    private static final int ROUNDS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(20);

    /** What runs the compiler. */
    public enum Engine { BULKHEAD, C1 }

    /**
     * The fastest of several rounds.
     *
     * @param methods methods of one round
     * @param nanoseconds time of the fastest round
     */
    public record Speed(long methods, long nanoseconds) {
        /** Returns the methods compiled in a second. */
        public double methodsPerSecond() {
            return methods * 1e9 / nanoseconds;
        }
    }

    /** What the image has on the way, in bytes of its file and methods. */
    public record Added(long bytes, int methods) {}

    /**
     * The compiler in the image.
     *
     * @param classBytes bytes of the class files that were compiled
     * @param ticks instructions
     */
    public record InImage(long methods, long classBytes, long ticks) {
        /** Returns the bytes of class files compiled per million instructions. */
        public long bytesPerMillion() {
            return classBytes * MILLION / ticks;
        }

        /** Returns the methods compiled per million instructions. */
        public double methodsPerMillion() {
            return (double) methods * MILLION / ticks;
        }
    }

    private CompilerBench() {}

    /** Compiles the compiler several times on each engine, in one process each, one after the other. */
    public static Map<Engine, Speed> hosted(Path folder, Progress progress) throws IOException, InterruptedException {
        Path archive = folder.resolve("archive");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
            FixedPoint.compiler().write(out);
        }
        Path executable = folder.resolve("compiler");
        List<Path> classPath = ImageClassPath.with(List.of());
        Files.write(executable, new HostedBuilder(classPath, List.of(CompileArchive.class.getName())).build(progress).elf());
        executable.toFile().setExecutable(true);
        String rounds = CompileArchive.ROUNDS + ROUNDS;
        Map<Engine, Speed> speeds = new LinkedHashMap<>();
        speeds.put(Engine.BULKHEAD, run(List.of(executable.toString(), rounds), archive));
        speeds.put(Engine.C1, run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
            String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()), CompileArchive.class.getName(), rounds), archive));
        if (speeds.get(Engine.BULKHEAD).methods != speeds.get(Engine.C1).methods) {
            throw UserProblem.failure("the engines compiled different numbers of methods: " + speeds);
        }
        return speeds;
    }

    private static Speed run(List<String> command, Path input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input.toFile()).redirectErrorStream(true);
        builder.environment().put("BULKHEAD_HEAP", "500M");
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        int status = process.waitFor();
        List<Speed> speeds = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(CompileArchive.ROUND)) {
                String[] words = line.split(" ");
                speeds.add(new Speed(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        }
        if (status != 0 || speeds.isEmpty()) {
            throw UserProblem.failure(command.get(0) + " ended with status " + status + ": " + lines);
        }
        return speeds.stream().min(Comparator.comparingLong(Speed::nanoseconds)).orElseThrow();
    }

    /** Compiles the compiler in Bochs. */
    public static InImage inImage(Path image, Path folder) throws IOException {
        ClassArchive archive = FixedPoint.compiler();
        ImageCompiler run = ImageCompiler.run(image, archive, folder, LIMIT);
        return new InImage(run.methods(), run.classBytes(), run.ticks());
    }

    /** Returns what the compiler and ASM add to an image of the drivers. */
    public static Added added(Progress progress) {
        DriverReport.Cost cost = new DriverCheck(List.of(), BootSet.DEVICES.classNames(), List.of(FixedPointProgram.class.getName())).run(progress).cost();
        return new Added(cost.with().imageBytes() - cost.without().imageBytes(), cost.with().methods() - cost.without().methods());
    }
}
