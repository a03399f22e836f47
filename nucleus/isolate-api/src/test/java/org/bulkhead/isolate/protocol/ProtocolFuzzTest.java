package org.bulkhead.isolate.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link ProtocolFuzz}: on the inputs that once were interesting, and for a while on what Jazzer makes of a fixed seed. To fuzz at length: {@code JAZZER_FUZZ=1 mvn … -Dtest=ProtocolFuzzTest#inputs}. */
class ProtocolFuzzTest {
    private static final int RUNS = 8_000;
    private static final String SEED = "20260301";

    @FuzzTest
    void inputs(byte[] data) {
        ProtocolFuzz.fuzzerTestOneInput(data);
    }

    /** Jazzer's own process, since it instruments what it runs. */
    @Test
    void nothingIsFoundFromAFixedSeed(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), "-Xmx512m",
            "com.code_intelligence.jazzer.Jazzer", "--target_class=" + ProtocolFuzz.class.getName(), "--instrumentation_includes=org.bulkhead.isolate.**", "--custom_hook_includes=org.bulkhead.isolate.**",
            "-runs=" + RUNS, "-seed=" + SEED, "-max_len=110", "-artifact_prefix=" + folder + "/");
        int status = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        assertEquals(0, status, () -> "Jazzer, seed " + SEED + ":\n" + read(output));
        assertTrue(read(output).contains(" cov: "), "nothing was instrumented, so the fuzzer was blind");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
