package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Machine words mean the same on HotSpot, over simulated memory, and as native code. */
class MagicProgramTest {
    @Test
    void simulatedAndRealMemoryBehaveAlike() throws URISyntaxException, IOException {
        Path classes = Path.of(MagicProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Suite suite = new Suite(classes, List.of(MagicProgram.class.getName()))) {
            Outcome real = suite.natively(MagicProgram.class.getName(), Map.of());
            assertEquals(0, real.status(), real.errors());
            assertTrue(real.output().length() > 1000);
            assertEquals(simulated(), real.output());
        }
    }

    private static String simulated() {
        PrintStream before = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.ISO_8859_1));
        try {
            MagicProgram.main(new String[] {"simulated"});
        } finally {
            System.setOut(before);
        }
        return output.toString(StandardCharsets.ISO_8859_1);
    }
}
