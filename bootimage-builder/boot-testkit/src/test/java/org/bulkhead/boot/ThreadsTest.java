package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.nucleus.abi.DeathReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An isolate with several threads, on the nucleus in Bochs. */
class ThreadsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @Test
    void threadsOfAnIsolateTakeTurnsAndItsDeadlockIsItsDeath() {
        BootedMachine machine = kit.boot(EmulatorConfig.of(kit.image(BootSet.BARE, ThreadsProbe.class, HeapProbe.class)).withKind(EmulatorKind.BOCHS).withTimeout(LIMIT));
        machine.awaitLog("^threads: counted 400$");
        machine.awaitLog("^threads: pool says 42$");
        machine.awaitLog("^threads: overflow true$");
        machine.awaitLog("^threads: slept true$");
        machine.awaitLog("^threads: waiting for nobody$");
        machine.awaitLog("deadlock: no thread can go on \\(main waits to be notified on a org.bulkhead.boot.ThreadsProbe");
        heapsThatAreFull(machine);
    }

    private static void heapsThatAreFull(BootedMachine machine) {
        machine.awaitLog("^heap: full 1 with true, Java heap space$");
        machine.awaitLog("^heap: full 2 with true, Java heap space$");
        machine.awaitLog("^heap: another thread died of java.lang.OutOfMemoryError$");
        machine.awaitLog("^heap: this one goes on true$");
        machine.awaitLog("^heap: Requested array size exceeds VM limit; Java heap space; Java heap space; -40$");
        machine.awaitLog("^heap: all lists are whole$");
        machine.awaitLog("^heap: the collector woke those who waited true$");
        assertEquals(DeathReason.OUT_OF_MEMORY, machine.awaitDeath("heap-probe", 1).reason());
        machine.awaitLog("^heap-probe\\[0\\] died: OUT_OF_MEMORY: java.lang.OutOfMemoryError: Java heap space");
    }
}
