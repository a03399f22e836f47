package org.bulkhead.boot.protocol;

import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A protocol that was made outside the system, between two isolates that were added to an image. */
class LedgerTest {
    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @ParameterizedTest
    @EnumSource
    void clientAndServerUnderstandEachOther(EmulatorKind kind) {
        BootedMachine machine = kit.boot(kit.image(LedgerServerIsolate.class, LedgerProgram.class), kind);
        machine.awaitLine("ledger: sum 11$");
        machine.awaitLine("ledger: refused, as said$");
        machine.awaitLine("ledger: entry true DEBIT \\[1, -2, 3] Place\\[page=-7, column=x] 0.1 null$");
        machine.awaitLine("ledger: reached 20$");
        machine.awaitLine("ledger: not reached$");
        machine.awaitLine("ledger: reversed true true true true true$");
        machine.awaitLine("ledger: buffers true LITTLE_ENDIAN 4 16909060 -5 1.5 z -288230376151711745 true false 16909060$");
        machine.awaitLine("ledger: OTHER_PROTOCOL, ledger serves Ledger version 1, its client speaks Supervision version \\d+, ");
        machine.halt();
    }
}
