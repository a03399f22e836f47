package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.fixedpoint.FixedPoint;
import org.bulkhead.vm.compiler.check.ClassArchive;
import org.bulkhead.vm.compiler.check.CompileArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The compiler, compiled by itself, compiles to the same bytes as it does on HotSpot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompilerFixedPointTest {
    private static final int METHODS_WANTED = 10_000;
    private static final String HEAP = "BULKHEAD_HEAP";

    private Path executable;

    @BeforeAll
    void build(@TempDir Path folder) throws IOException {
        executable = folder.resolve("compiler");
        Files.write(executable, new HostedBuilder(ImageClassPath.with(List.of()), List.of(CompileArchive.class.getName())).build(Progress.SILENT).elf());
        assertTrue(executable.toFile().setExecutable(true));
    }

    @Test
    void itsOwnClassesThoseOfAsmAndOfTheLibrary() throws IOException {
        int methods = compare(FixedPoint.everything(), Map.of(HEAP, "500M"));
        assertTrue(methods > METHODS_WANTED, "only " + methods + " methods");
    }

    @Test
    void alsoWhenGarbageIsCollectedAllTheTime() throws IOException {
        compare(FixedPoint.little(), Map.of(HEAP, "100M", "BULKHEAD_GC_EVERY", "50021"));
    }

    private int compare(ClassArchive archive, Map<String, String> environment) throws IOException {
        Path file = executable.resolveSibling("archive");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            archive.write(out);
        }
        Outcome outcome = Outcome.of(List.of(executable.toString()), environment, file);
        assertEquals("", outcome.errors());
        assertEquals(0, outcome.status());
        FixedPoint expected = FixedPoint.of(archive);
        assertEquals("", expected.firstDifference(outcome.output().lines().toList()));
        return expected.lines().size();
    }
}
