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
import java.util.function.UnaryOperator;
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
        this(folder, reflection, main.getName(), main, fromJars);
    }

    /**
     * Builds a program whose main class stands in one of the jars, with open classes.
     *
     * @param sample what of this package's samples the program works with
     */
    UnmodifiedJar(Path folder, String mainClass, Class<?> sample, Class<?>... fromJars) throws IOException {
        this(folder, Reflection.OF_OPEN_CLASSES, mainClass, sample, fromJars);
    }

    private UnmodifiedJar(Path folder, Reflection reflection, String mainClass, Class<?> sample, Class<?>... fromJars) throws IOException {
        this.mainClass = mainClass;
        Path classes = folder.resolve("classes");
        copyClasses(sample, classes);
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
        return runOnBoth(UnaryOperator.identity(), arguments);
    }

    /** As the other; {@code comparable} takes out of what was printed all that may differ. */
    Outcome runOnBoth(UnaryOperator<String> comparable, String... arguments) {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Outcome expected = run(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Duser.language=en", "-Duser.country=US",
            "-Duser.timezone=GMT", "-cp", path, mainClass), arguments).with(comparable);
        assertEquals(expected, run(Stream.of(executable.toString()), arguments).with(comparable));
        return expected;
    }

    private static Outcome run(Stream<String> command, String... arguments) {
        return Outcome.of(Stream.concat(command, Stream.of(arguments)).toList(), Map.of());
    }
}
