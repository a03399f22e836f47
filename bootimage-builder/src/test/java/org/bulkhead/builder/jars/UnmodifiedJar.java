package org.bulkhead.builder.jars;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.hosted.HostedBuilder;
import org.bulkhead.builder.hosted.Reflection;

/** A program of this package's samples with the jars that it uses, compiled natively. */
final class UnmodifiedJar {
    private final List<Path> classPath = new ArrayList<>();
    private final String mainClass;
    private final Path executable;

    /** What a run printed and how it ended. */
    record Outcome(String output, String errors, int status) {}

    /**
     * Builds the program.
     *
     * @param folder an empty folder for what is made
     * @param main the class with the main method
     * @param fromJars one class out of each jar that the program uses
     */
    UnmodifiedJar(Path folder, Class<?> main, Class<?>... fromJars) throws IOException {
        mainClass = main.getName();
        Path classes = folder.resolve("classes");
        copyClasses(main, classes);
        classPath.add(classes);
        Arrays.stream(fromJars).map(UnmodifiedJar::origin).forEach(classPath::add);
        executable = folder.resolve("program");
        Files.write(executable, new HostedBuilder(classPath, List.of(mainClass), Reflection.OF_OPEN_CLASSES).build(Progress.SILENT).elf());
        executable.toFile().setExecutable(true);
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies a class with its member classes. */
    private static void copyClasses(Class<?> main, Path to) throws IOException {
        Path root = origin(main);
        Path file = root.resolve(main.getName().replace('.', '/') + ".class");
        String name = main.getSimpleName();
        try (Stream<Path> beside = Files.list(file.getParent())) {
            for (Path each : beside.filter(path -> path.getFileName().toString().matches(name + "(\\$.*)?\\.class")).toList()) {
                Path copy = to.resolve(root.relativize(each));
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }

    Outcome onHotSpot(String... arguments) {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return run(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Duser.language=en", "-cp", path, mainClass), arguments);
    }

    Outcome natively(String... arguments) {
        return run(Stream.of(executable.toString()), arguments);
    }

    private static Outcome run(Stream<String> command, String... arguments) {
        try {
            Path errors = Files.createTempFile("errors", ".txt");
            Process process = new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList()).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String text = Files.readString(errors);
            Files.delete(errors);
            return new Outcome(output, text, status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
