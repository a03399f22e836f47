package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.nucleus.abi.DeathReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In an emulator: an image with the driver and its demo, and the emulated device. */
class {{Name}}BootTest {
    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @Test
    void theDemoGoesOnWhenTheDriverIsKilled() {
        BootedMachine machine = kit.boot(kit.image({{Name}}Driver.class, {{Name}}Demo.class), EmulatorKind.BOCHS);
        machine.awaitPrompt();
        machine.awaitLog("^{{name}}-demo: red 9$");
        assertEquals(DeathReason.KILLED, machine.kill("{{name}}").reason());
        machine.awaitLog("^{{name}}: ready, life 1$");
        machine.awaitLog("^{{name}}-demo: done$");
        assertFalse(machine.log().contains("wanted"), machine.log());
        machine.halt();
    }
}
