package org.example.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.nucleus.abi.DeathReason;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In an emulator: an image with the driver and its client, and the parallel port that the emulator has. */
class PrinterBootTest {
    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @ParameterizedTest
    @EnumSource
    void theLetterIsPrintedAlthoughItsDriverIsKilled(EmulatorKind emulator) {
        BootedMachine machine = kit.boot(kit.image(PrinterDriver.class, Letter.class), emulator);
        machine.awaitPrompt();
        machine.awaitLog("^letter: line 3 is printed$");
        assertEquals(DeathReason.KILLED, machine.kill("printer0").reason());
        machine.awaitLog("^printer0: .*, life 1$");
        machine.awaitLog("^letter: done$");
        machine.halt();
        for (int i = 1; i <= Letter.LINES; i++) {
            assertTrue(machine.paper().contains("line " + i + "\n"), machine.paper());
        }
        assertEquals(1, machine.deaths("printer0").size());
    }
}
