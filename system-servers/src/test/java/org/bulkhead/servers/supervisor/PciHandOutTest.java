package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.SupervisionDispatcher;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.servers.supervisor.ScriptedNucleus.EndOfScript;
import org.bulkhead.servers.supervisor.ScriptedNucleus.Request;
import org.junit.jupiter.api.Test;

/** The supervisor hands PCI functions out: to whom, with which grants, when, and what happens if something is missing. */
class PciHandOutTest {
    /** Operation of a reply: the exception that the method declares. */
    private static final int FAILED = 1;

    private static final int PCI = 1;
    private static final int DISK = 2;
    private static final int CARD = 3;
    private static final int FIRST_BAR = 5;
    private static final int[] CARD_FUNCTION = {0x10, 0x10EC, 0x8029, 0x020000, 11, 0xC101, 32, 0xFEBF_0000, 0x2000, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int[] IDE_FUNCTION = {0x09, 0x8086, 0x7010, 0x010180, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0xC041, 16, 0, 0};

    private static Manifest.Builder program(int number, String name, Rank rank) {
        return new Manifest.Builder(number, name, "C").rank(rank).queueSlots(8).heapBytes(1 << 20).cpuPercent(100).restarts(RestartPolicy.PERMANENT, 1, 2);
    }

    private static final Manifest[] SYSTEM = {
        program(0, "supervisor", Rank.SUPERVISOR).serves("Supervision").supervises().build(),
        program(PCI, "pci", Rank.BUS).serves("PciBus").usesService("supervisor").ports("configuration", 0xCF8, 8).build(),
        program(DISK, "disk", Rank.DEVICE).serves("BlockDevice").interrupt(14).ports("command", 0x1F0, 8)
            .pci("controller", UsesPci.ANY, UsesPci.ANY, 0x0101, false, true).bar("channel", 4, BarKind.DMA, 0, 0x10000).build(),
        program(CARD, "card", Rank.DEVICE).serves("NetworkInterface")
            .pci("card", 0x10EC, 0x8029, UsesPci.ANY, true, false).bar("registers", 0, BarKind.PORTS, 0, 32).bar("buffers", 1, BarKind.MEMORY, 0x1000, 0x1000).build(),
        program(4, "rival", Rank.DEVICE).pci("card", UsesPci.ANY, UsesPci.ANY, 0x0200, true, false).bar("registers", 0, BarKind.PORTS, 0, 16).build(),
    };

    private final ScriptedNucleus nucleus = new ScriptedNucleus();

    private void run() {
        run(SYSTEM);
    }

    private void run(Manifest... system) {
        Supervisor supervisor = new Supervisor(new Grants(system, 0, 0, 0, null));
        assertThrows(EndOfScript.class, supervisor::run);
    }

    /** Lets somebody report a function: its five numbers, then base address and size of each register in turn. */
    private Request found(int... numbers) {
        ByteBuffer payload = ByteBuffer.allocate(numbers.length * Integer.BYTES + 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FIRST_BAR; i++) {
            payload.putInt(numbers[i]);
        }
        for (int column = 0; column < 2; column++) {
            payload.put((byte) PciFunction.BARS);
            for (int bar = 0; bar < PciFunction.BARS; bar++) {
                payload.putInt(numbers[FIRST_BAR + 2 * bar + column]);
            }
        }
        return nucleus.calls(SupervisionDispatcher.PCI_FUNCTION_FOUND, payload.array());
    }

    private List<String> grants(String name) {
        return nucleus.actions().stream().filter(each -> each.startsWith("grant " + name)).map(each -> each.substring(7 + name.length())).toList();
    }

    private long starts(String name) {
        return nucleus.actions().stream().filter(each -> each.startsWith("start " + name)).count();
    }

    private boolean logged(String part) {
        return nucleus.log().stream().anyMatch(each -> each.contains(part));
    }

    @Test
    void driversWaitForTheirFunctionAndGetWhatIsBehindItsRegisters() {
        Request card = found(CARD_FUNCTION).from(PCI);
        Request ide = found(IDE_FUNCTION).from(PCI);
        run();
        assertEquals(0, starts("card") + starts("disk"), "the bus master bit and the like are set between report and start");
        assertEquals(List.of(0, CARD, 0, DISK), List.of(card.replyOperation(), card.replyNumber(), ide.replyOperation(), ide.replyNumber()));
    }

    @Test
    void grantsFollowTheManifestsOrder() {
        found(IDE_FUNCTION).from(PCI);
        found(CARD_FUNCTION).from(PCI);
        nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(PCI);
        run();
        assertEquals(List.of("serve queue 13", "interrupt 11 bit 11", "ports 0xc100 32", "window 0xfebf1000 4096"), grants("card[0]"));
        assertEquals(List.of("serve queue 12", "interrupt 14 bit 14", "ports 0x1f0 8", "dma 0xc040 65536"), grants("disk[0]"));
        assertTrue(logged("starting card[0]: pci 10ec:8029"), nucleus.log().toString());
        assertTrue(logged("rival is not started: the PCI function 10ec:8029 at 00:02.0 belongs to card"), nucleus.log().toString());
        assertEquals(0, starts("rival"));
    }

    @Test
    void aRestartedDriverGetsTheSameWithoutThePciServer() {
        found(CARD_FUNCTION).from(PCI);
        nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(PCI);
        nucleus.dies("pci", 0, DeathReason.WILD_ACCESS).dies("pci", 1, DeathReason.WILD_ACCESS).dies("pci", 2, DeathReason.WILD_ACCESS);
        nucleus.dies("card", 0, DeathReason.WILD_ACCESS);
        run();
        assertEquals(grants("card[0]"), grants("card[1]"));
        assertEquals(1, starts("card[1]"));
    }

    @Test
    void aRestartedPciServerChangesNothing() {
        found(CARD_FUNCTION).from(PCI);
        nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(PCI);
        nucleus.dies("pci", 0, DeathReason.WILD_ACCESS);
        Request again = found(CARD_FUNCTION).from(PCI);
        nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(PCI);
        run();
        assertEquals(CARD, again.replyNumber());
        assertEquals(1, starts("card"));
        assertEquals(1, starts("disk"));
    }

    @Test
    void withoutAPciBusOptionalFunctionsAreDoneWithout() {
        nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(PCI);
        Request start = nucleus.calls(SupervisionDispatcher.START, "card", 0);
        run();
        assertEquals(List.of("serve queue 12", "interrupt 14 bit 14", "ports 0x1f0 8"), grants("disk[0]"));
        assertEquals(1, starts("disk[0]"));
        assertEquals(0, starts("card"));
        assertEquals(FAILED, start.replyOperation());
        assertTrue(logged("card is not started: the machine has no PCI function 10ec:8029"), nucleus.log().toString());
    }

    @Test
    void aPciServerThatIsGivenUpIsNotWaitedFor() {
        nucleus.dies("pci", 0, DeathReason.WILD_ACCESS).dies("pci", 1, DeathReason.WILD_ACCESS).waits(10_000_000).dies("pci", 2, DeathReason.WILD_ACCESS);
        run();
        assertEquals(1, starts("disk[0]"));
        assertEquals(0, starts("card"));
    }

    @Test
    void aPciServerThatSaysNothingIsNotWaitedFor() {
        nucleus.waits(1_000_000_000L);
        run();
        assertEquals(0, starts("disk"));
        ScriptedNucleus patient = new ScriptedNucleus();
        patient.waits(3_000_000_000L);
        run();
        assertTrue(patient.actions().contains("start disk[0]"));
    }

    @Test
    void anImageWithoutAPciServerStartsAtOnce() {
        run(SYSTEM[0], new Manifest.Builder(1, "disk", "C").rank(Rank.DEVICE).heapBytes(1 << 20).cpuPercent(100)
            .pci("controller", UsesPci.ANY, UsesPci.ANY, 0x0101, false, true).bar("channel", 4, BarKind.DMA, 0, 0x10000).build());
        assertEquals(1, starts("disk[0]"));
    }

    @Test
    void onlyThePciServerIsBelieved() {
        Request found = found(CARD_FUNCTION).from(CARD);
        Request complete = nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(DISK);
        run();
        assertEquals(FAILED, found.replyOperation());
        assertEquals(FAILED, complete.replyOperation());
        assertEquals(0, starts("disk") + starts("card"));
    }

    @Test
    void functionsThatTakeOthersPortsOrLackWhatIsNeededAreNotHandedOut() {
        int[] onThePorts = CARD_FUNCTION.clone();
        onThePorts[5] = 0x1E1;
        found(onThePorts).from(PCI);
        int[] tooSmall = CARD_FUNCTION.clone();
        tooSmall[0] = 0x18;
        tooSmall[6] = 8;
        Request small = found(tooSmall).from(PCI);
        int[] noLine = CARD_FUNCTION.clone();
        noLine[0] = 0x20;
        noLine[4] = 0xFF;
        Request silent = found(noLine).from(PCI);
        nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(PCI);
        run();
        assertEquals(-1, small.replyNumber());
        assertEquals(-1, silent.replyNumber());
        assertEquals(0, starts("card"));
        assertTrue(logged("at 00:02.0: its ports belong to disk"), nucleus.log().toString());
        assertTrue(logged("at 00:03.0: behind base address register 0 there is not what registers needs"), nucleus.log().toString());
        assertTrue(logged("at 00:04.0: it has no interrupt line"), nucleus.log().toString());
    }

    @Test
    void anOptionalFunctionThatTheNucleusRefusesIsDoneWithout() {
        nucleus.refuses(GrantKind.DMA);
        found(IDE_FUNCTION).from(PCI);
        nucleus.calls(SupervisionDispatcher.PCI_COMPLETE).from(PCI);
        run();
        assertEquals(1, starts("disk[1]"), "in a life of its own, since the attempt has left a record of its death");
        assertTrue(logged("cannot start disk"), nucleus.log().toString());
    }
}
