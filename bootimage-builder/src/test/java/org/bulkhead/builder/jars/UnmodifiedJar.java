package org.bulkhead.builder.jars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.hosted.HostedBuilder;
import org.bulkhead.builder.hosted.Outcome;
import org.bulkhead.builder.hosted.Reflection;

/** A program of this package's samples with the jars that it uses, compiled natively. */
final class UnmodifiedJar {
    private final List<Path> classPath = new ArrayList<>();
    private final String mainClass;
    private final Path executable;

    /**
     * Builds the program.
     *
     * @param folder an empty folder for what is made
     * @param main the class with the main method
     * @param fromJars one class out of each jar that the program uses
     */
    UnmodifiedJar(Path folder, Class<?> main, Class<?>... fromJars) throws IOException {
        this(folder, Reflection.OF_OPEN_CLASSES, main, fromJars);
    }

    /** Builds the program, which finds as much through reflection as {@code reflection} says. */
    UnmodifiedJar(Path folder, Reflection reflection, Class<?> main, Class<?>... fromJars) throws IOException {
        mainClass = main.getName();
        Path classes = folder.resolve("classes");
        copyClasses(main, classes);
        classPath.add(classes);
        Arrays.stream(fromJars).map(UnmodifiedJar::origin).forEach(classPath::add);
        executable = folder.resolve("program");
        Files.write(executable, new HostedBuilder(classPath, List.of(mainClass), reflection).build(Progress.SILENT).elf());
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

    /** Runs the program on HotSpot and as native code, fails unless it printed and ended the same, and returns how. */
    Outcome runOnBoth(String... arguments) {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Outcome expected = run(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Duser.language=en", "-Duser.country=US",
            "-Duser.timezone=GMT", "-cp", path, mainClass), arguments);
        assertEquals(expected, run(Stream.of(executable.toString()), arguments));
        return expected;
    }

    private static Outcome run(Stream<String> command, String... arguments) {
        return Outcome.of(Stream.concat(command, Stream.of(arguments)).toList(), Map.of());
    }
}
