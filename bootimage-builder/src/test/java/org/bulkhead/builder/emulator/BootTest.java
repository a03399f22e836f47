package org.bulkhead.builder.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The boot code keeps its promises to the nucleus, in every emulator; and emulators can be watched and typed to. */
class BootTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    /** Below 640 KiB there is at most this much in use by the BIOS, and a little at the top of memory. */
    private static final int BIOS_KILOBYTES = 1024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void handsOverWhatItPromises(EmulatorKind kind) throws Exception {
        EmulatorConfig config = EmulatorConfig.of(StandIn.image(folder)).withKind(kind).withMemory(64).withTimeout(LIMIT);
        try (EmulatorRun run = Emulator.start(config)) {
            run.awaitText("type> ");
            run.type("hello\n");
            run.awaitLine("hello bye");
            assertEquals(Ending.POWERED_OFF, run.awaitEnd(), run::tail);
            String serial = run.serial();
            assertEquals(11, serial.lines().filter(line -> line.endsWith(" ok")).count(), serial);
            assertFalse(serial.contains("WRONG"), serial);
            int kilobytes = Integer.parseInt(serial.lines().filter(line -> line.startsWith("memory "))
                    .findFirst().orElseThrow().substring("memory ".length()));
            assertTrue(kilobytes <= 64 * 1024 && kilobytes >= 64 * 1024 - BIOS_KILOBYTES, "memory " + kilobytes);
            assertTrue(run.debugConsole().startsWith("magic ok\n") && run.debugConsole().endsWith(" bye\n"), run::debugConsole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnImageThatDoesNotFit(EmulatorKind kind) throws Exception {
        Path image = StandIn.image(folder, 100 << 20);
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withKind(kind).withMemory(64).withTimeout(LIMIT))) {
            run.awaitLine("^Bulkhead: not enough memory for the kernel image$");
            assertEquals(Ending.POWERED_OFF, run.awaitEnd());
        }
    }
}
