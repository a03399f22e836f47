package org.bulkhead.vm.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Class files that compilers have made pass: all of java.base (Java 17), ASM (Java 5, without stack maps), JUnit (Java 8). */
class GoodClassesTest {
    private final HostHierarchy hierarchy = new HostHierarchy();
    private final List<String> refused = new ArrayList<>();

    @Test
    void allOfJavaBase() throws IOException {
        int count = verifyAll(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base"));
        assertTrue(count > 6000, count + " classes were found");
        assertEquals(List.of(), refused);
    }

    @Test
    void allOfTheTestsOwnLibraries() throws IOException {
        int count = 0;
        for (String each : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (each.endsWith(".jar") && (each.contains("asm") || each.contains("junit") || each.contains("jazzer"))) {
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(each), Map.of())) {
                    count += verifyAll(jar.getPath("/"));
                }
            }
        }
        assertTrue(count > 500, count + " classes were found");
        assertEquals(List.of(), refused);
    }

    private int verifyAll(Path root) throws IOException {
        List<Path> classes;
        try (Stream<Path> all = Files.walk(root)) {
            classes = all.filter(each -> each.toString().endsWith(".class") && !each.toString().endsWith("module-info.class") && !each.toString().contains("META-INF/versions")).toList();
        }
        for (Path each : classes) {
            try {
                Verifier.verify(Files.readAllBytes(each), hierarchy);
            } catch (VerificationProblem problem) {
                if (problem.kind() != VerificationProblem.Kind.MISSING_CLASS) {
                    refused.add(problem.getMessage());
                }
            }
        }
        return classes.size();
    }
}
