package org.bulkhead.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulkhead.programs.Catalogue.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue is complete, and every program in it ends as it says and prints the same twice. */
class CatalogueTest {
    private static final int FEWEST_PROGRAMS = 260;
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String MAIN = "public static void main(String[] args)";

    @TempDir
    private Path folder;

    @Test
    void listsEveryClassOfALayerThatHasAMain() throws IOException {
        Set<String> expected = new HashSet<>();
        for (Layer layer : Layer.values()) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(Path.of("org", "bulkhead", "programs", layer.packageName())))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    if (Files.readString(file).contains(MAIN)) {
                        String name = SOURCES.relativize(file).toString().replace(java.io.File.separatorChar, '.');
                        expected.add(name.substring(0, name.length() - ".java".length()));
                    }
                }
            }
        }
        Set<String> listed = Catalogue.all().stream().map(Program::className).collect(Collectors.toSet());
        assertEquals(expected, listed);
        assertTrue(listed.size() >= FEWEST_PROGRAMS, "only " + listed.size() + " programs");
    }

    @Test
    void knowsLayerAndTopic() {
        Program program = Catalogue.of(Layer.CORE).stream().filter(p -> p.className().endsWith(".IntDivision")).findFirst().orElseThrow();
        assertEquals("arithmetic", program.topic());
        assertEquals(ExitKind.NORMAL, program.exit());
        List<Layer> layers = Catalogue.all().stream().map(Program::layer).toList();
        assertEquals(layers.stream().sorted().toList(), layers);
    }

    @Test
    void programsThatReturnPrintTheSameTwice() throws IOException, InterruptedException {
        List<String> names = Catalogue.all().stream().filter(p -> p.exit() == ExitKind.NORMAL).map(Program::className).toList();
        Map<String, String> first = run(names);
        Map<String, String> second = run(names);
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            String line = first.get(name);
            if (line == null || !line.startsWith("returned ")) {
                problems.add(name + " ended with " + line);
            } else if (line.equals("returned .")) {
                problems.add(name + " prints nothing");
            } else if (!line.equals(second.get(name))) {
                problems.add(name + " prints something else the second time");
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void otherProgramsEndAsTheySay() throws IOException, InterruptedException {
        List<Program> programs = Catalogue.all().stream().filter(p -> p.exit() != ExitKind.NORMAL).toList();
        assertFalse(programs.isEmpty());
        for (Program program : programs) {
            Jvm.Result first = Jvm.run(folder, program.className(), List.of());
            Jvm.Result second = Jvm.run(folder, program.className(), List.of());
            assertEquals(program.status(), first.status(), program.className());
            assertEquals(first.output(), second.output(), program.className());
            assertNotEquals("", first.output(), program.className());
            assertEquals(program.exit() == ExitKind.UNCAUGHT, first.errors().startsWith("Exception in thread \"main\""), program.className());
        }
    }

    /** Returns what each program did, by its name. */
    private Map<String, String> run(List<String> names) throws IOException, InterruptedException {
        Jvm.Result result = Jvm.run(folder, ProgramHost.class.getName(), names);
        assertEquals(0, result.status(), result.errors());
        Map<String, String> lines = new HashMap<>();
        for (String line : result.output().split("\n")) {
            int space = line.indexOf(' ');
            lines.put(line.substring(0, space), line.substring(space + 1));
        }
        return lines;
    }
}
