package org.bulkhead.drivers.pci;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bulkhead.drivers.pci.PciBusModel.Function;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.PciFunction;
import org.junit.jupiter.api.Test;

/** Finding functions and sizing their registers, against a model of the configuration registers. */
class EnumerationTest {
    private static final Manifest MANIFEST = new Manifest.Builder(0, "pci", "P").ports("configuration", 0xCF8, 8).build();

    private final PciBusModel model = new PciBusModel();
    private final ConfigurationSpace space = new ConfigurationSpace(new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, model).ports("configuration"));

    private List<PciFunction> enumerate() {
        return new Enumeration(space, address -> null).run();
    }

    @Test
    void aMachineWithoutTheBusHasNoFunctions() {
        model.present = false;
        assertTrue(enumerate().isEmpty());
    }

    @Test
    void functionsAreDescribedByTheirRegisters() {
        model.add(0x10, new Function(0x10EC, 0x8029, 0x020000).interrupt(11).bar(0, 0xC100, 32, 1).bar(1, 0xFEBF_0000, 0x1000, 0).command(3));
        PciFunction found = enumerate().get(0);
        assertEquals(0x10, found.address());
        assertEquals("00:02.0", found.place());
        assertEquals("10ec:8029", found.numbers());
        assertEquals(0x020000, found.classCode());
        assertEquals(11, found.interruptLine());
        assertArrayEquals(new int[] {32, 0x1000, 0, 0, 0, 0}, found.sizes());
        assertTrue(found.hasPorts(0) && !found.hasMemory(0));
        assertEquals(0xC100, found.base(0));
        assertTrue(found.hasMemory(1) && !found.hasPorts(1));
        assertEquals(0xFEBF_0000L, found.base(1));
        assertFalse(found.hasMemory(2) || found.hasPorts(2));
    }

    @Test
    void portRegistersOfSixteenBitsAreSized() {
        Function narrow = new Function(0x1234, 1, 0).bar(0, 0xC000, 16, 1);
        narrow.writable[4] &= 0xFFFF;
        model.add(0, narrow);
        assertEquals(16, enumerate().get(0).sizes()[0]);
    }

    @Test
    void sizingLeavesAddressesAndCommandAsTheyWere() {
        Function function = model.add(0x08, new Function(0x8086, 0x7010, 0x010180).bar(4, 0xC040, 16, 1).command(0x0107));
        enumerate();
        assertEquals(0xC041, function.register(0x20));
        assertEquals(0x0007, function.register(0x04) & 7);
        assertEquals(0xFFFF_0000, function.register(0x04) & 0xFFFF_0000, "status bits must not be cleared");
    }

    @Test
    void aRegisterOfSixtyFourBitsTakesTwoPlaces() {
        model.add(0, new Function(0x1234, 1, 0).bar(0, 0xFD00_0000, 0x10_0000, 4).bar(2, 0x1000_0000, 0x10_0000, 4));
        model.add(0, new Function(0x1234, 1, 0).bar(0, 0xFD00_0000, 0x10_0000, 4).bar(2, 0x1000_0000, 0x10_0000, 4)).registers[4 + 3] = 1;
        PciFunction found = enumerate().get(0);
        assertTrue(found.hasMemory(0));
        assertFalse(found.hasMemory(2), "it lies above 4 GiB");
        assertEquals(0, found.sizes()[3]);
    }

    @Test
    void allFunctionsOfADeviceAreFoundAndGhostsOfSingleOnesAreNot() {
        model.add(0x08, new Function(0x8086, 0x7000, 0x060100).multiple());
        model.add(0x09, new Function(0x8086, 0x7010, 0x010180));
        model.add(0x0B, new Function(0x8086, 0x7113, 0x068000));
        // A device that decodes no function number answers to all of them.
        Function single = new Function(0x10EC, 0x8029, 0x020000);
        model.add(0x10, single);
        model.add(0x11, single);
        assertEquals(List.of(0x08, 0x09, 0x0B, 0x10), enumerate().stream().map(PciFunction::address).toList());
    }

    @Test
    void busesBehindBridgesAreFoundOnce() {
        model.add(0x08, new Function(0x8086, 1, 0x060400).bridgeTo(2));
        model.add(0x10, new Function(0x8086, 1, 0x060400).bridgeTo(2));
        model.add(0x200, new Function(0x10EC, 0x8029, 0x020000));
        model.add(0x208, new Function(0x8086, 1, 0x060400).bridgeTo(0));
        assertEquals(List.of(0x08, 0x200, 0x208, 0x10), enumerate().stream().map(PciFunction::address).toList());
    }

    @Test
    void whatIsInUseIsNotExaminedAgain() {
        model.add(0x10, new Function(0x10EC, 0x8029, 0x020000).bar(0, 0xC100, 32, 1).command(3));
        PciFunction before = enumerate().get(0);
        // Any further sizing would now fail the model's own check, since the command is not touched first.
        PciFunction after = new Enumeration(space, address -> address == 0x10 ? before : null).run().get(0);
        assertSame(before, after);
    }
}
