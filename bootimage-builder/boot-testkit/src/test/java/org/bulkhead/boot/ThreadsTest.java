package org.bulkhead.boot;

import java.time.Duration;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An isolate with several threads, on the nucleus in Bochs. */
class ThreadsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @Test
    void threadsOfAnIsolateTakeTurnsAndItsDeadlockIsItsDeath() {
        BootedMachine machine = kit.boot(EmulatorConfig.of(kit.image(BootSet.BARE, ThreadsProbe.class)).withKind(EmulatorKind.BOCHS).withTimeout(LIMIT));
        machine.awaitLog("^threads: counted 400$");
        machine.awaitLog("^threads: pool says 42$");
        machine.awaitLog("^threads: overflow true$");
        machine.awaitLog("^threads: slept true$");
        machine.awaitLog("^threads: waiting for nobody$");
        machine.awaitLog("deadlock: no thread can go on \\(main waits to be notified on a org.bulkhead.boot.ThreadsProbe");
    }
}
