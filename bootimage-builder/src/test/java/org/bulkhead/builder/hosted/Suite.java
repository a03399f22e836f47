package org.bulkhead.builder.hosted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.Progress;

/** Programs compiled into one native executable, to be compared with HotSpot running the same class files. */
final class Suite implements AutoCloseable {
    private final Path classes;
    private final List<String> mainClasses;
    private final Path executable;

    Suite(Path classes, List<String> mainClasses) {
        this(classes, mainClasses, Reflection.NONE);
    }

    Suite(Path classes, List<String> mainClasses, Reflection reflection) {
        this.classes = classes;
        this.mainClasses = mainClasses;
        byte[] elf = new HostedBuilder(List.of(classes), mainClasses, reflection).build(Progress.SILENT).elf();
        try {
            executable = Files.createTempFile("suite", ".elf");
            Files.write(executable, elf);
            executable.toFile().setExecutable(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless a program prints and ends as on HotSpot. */
    void assertSameAsOnHotSpot(String mainClass) {
        natively(mainClass, Map.of()).assertIs(new HotSpot(classes).run(mainClass), mainClass);
    }

    /** Fails unless a program prints and ends in the same way when it collects garbage at every so many allocations. */
    void assertSameUnderStress(String mainClass, int collectEvery) {
        natively(mainClass, Map.of("BULKHEAD_GC_EVERY", Integer.toString(collectEvery))).assertIs(natively(mainClass, Map.of()), mainClass + ", collecting at every " + collectEvery);
    }

    Outcome natively(String mainClass, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        if (mainClasses.size() > 1) {
            command.add(mainClass);
        }
        return Outcome.of(command, environment);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(executable);
    }
}
