package org.example.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.volume.VolumeContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In an emulator: a system that knows neither the driver nor its protocol gets both programs of the jar while it runs, and another version of the driver while the letter is printed. */
class PrinterInstallTest {
    private static final String JAR = "/modules/printer.jar";

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    private static void assertAnswer(String regex, BootedMachine machine, String command) {
        String answer = machine.command(command);
        assertTrue(answer.lines().anyMatch(line -> line.matches(regex)), answer);
    }

    @Test
    void theLetterIsPrintedAlthoughItsDriverIsUpdated() {
        Path image = kit.withFiles(kit.image(BootSet.SHIPPING, VolumeContents.USUAL_MEGABYTES), Map.of(JAR, BootTestkit.jar(PrinterDriver.class)));
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withTimeout(BootTestkit.LIMIT.multipliedBy(3)));
        machine.awaitPrompt();
        assertAnswer("installed printer0: \\d+ pages, \\d+ methods compiled", machine, "install " + JAR + " printer0");
        assertAnswer("installed letter: \\d+ pages, \\d+ methods compiled", machine, "install " + JAR + " letter");
        assertAnswer("printer0 is updated to printer0-2: \\d+ pages, cached", machine, "update printer0 " + JAR);
        assertAnswer("printer0-2 +printer0 +current +1 .* " + JAR, machine, "modules");
        machine.command("rollback printer0");
        machine.awaitLog("^letter: done$");
        machine.halt();
        for (int i = 1; i <= Letter.LINES; i++) {
            assertTrue(machine.paper().contains("line " + i + "\n"), machine.paper());
        }
    }
}
