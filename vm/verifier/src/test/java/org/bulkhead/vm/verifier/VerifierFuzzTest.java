package org.bulkhead.vm.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link VerifierFuzz}: on the inputs that once were interesting, and for a while on what Jazzer makes of a fixed seed. To fuzz at length: {@code JAZZER_FUZZ=1 mvn … -Dtest=VerifierFuzzTest#inputs}. */
class VerifierFuzzTest {
    private static final int RUNS = 20_000;
    private static final String SEED = "20261125";

    @FuzzTest
    void inputs(byte[] data) {
        VerifierFuzz.fuzzerTestOneInput(data);
    }

    /** Jazzer's own process, since it instruments what it runs. */
    @Test
    void nothingIsFoundFromAFixedSeed(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), "-Xmx1g",
            "com.code_intelligence.jazzer.Jazzer", "--target_class=" + VerifierFuzz.class.getName(), "--instrumentation_includes=org.bulkhead.vm.verifier.**", "--custom_hook_includes=org.bulkhead.vm.verifier.**",
            "-runs=" + RUNS, "-seed=" + SEED, "-max_len=50", "-artifact_prefix=" + folder + "/");
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
