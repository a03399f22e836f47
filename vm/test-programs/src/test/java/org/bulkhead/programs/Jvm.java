package org.bulkhead.programs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts child JVMs with the options that make their output comparable. */
final class Jvm {
    private static final long TIMEOUT_SECONDS = 300;

    /** What a child JVM left behind. */
    record Result(int status, String output, String errors) {
    }

    private Jvm() {
    }

    /** Runs {@code mainClass} with the class path of the tests and returns when it has ended. */
    static Result run(Path folder, String mainClass, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Catalogue.hotSpotOptions());
        // Two short-lived options that only save time: neither changes what a program prints.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(), mainClass));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(mainClass + " did not end within " + TIMEOUT_SECONDS + " s.");
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1), Files.readString(errors, StandardCharsets.ISO_8859_1));
    }

    private static String classPath() {
        return location(Catalogue.class) + File.pathSeparator + location(Jvm.class);
    }

    private static String location(Class<?> type) {
        return Path.of(java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    }
}
