package org.bulkhead.isolate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedFault;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceWindowTest {
    private static final long WINDOW = AddressSpaceLayout.WINDOWS_START + AddressSpaceLayout.WINDOW_SIZE;
    private static final int BYTES = 0x2000;

    private SimulatedMemory memory;
    private Grants grants;

    @BeforeEach
    void start() {
        memory = Simulation.start(DeviceWindowTest::answer).map(WINDOW, BYTES);
        Manifest manifest = new Manifest.Builder(0, "driver", "Driver").window("screen", 0xB8000, BYTES).build();
        grants = new Grants(new Manifest[] {manifest}, 0, 0, 0, null);
    }

    private static long answer(int number, long a, long b, long c, long d, long e) {
        assertEquals(SystemCall.HANDLE_INFO, number);
        assertEquals(1, a);
        Address record = Address.fromLong(b);
        record.storeLong(HandleKind.DEVICE_WINDOW.ordinal(), HandleRecord.KIND.ordinal() * Long.BYTES);
        record.storeLong(WINDOW, HandleRecord.A.ordinal() * Long.BYTES);
        record.storeLong(BYTES, HandleRecord.B.ordinal() * Long.BYTES);
        return 0;
    }

    @Test
    void registersOfAllWidths() {
        DeviceWindow window = grants.window("screen");
        assertEquals(BYTES, window.length());
        window.putInt(8, 0x8123_4567);
        assertEquals(0x8123_4567, window.intAt(8));
        assertEquals(0x8123, window.shortAt(10));
        assertEquals(0x81, window.byteAt(11));
        window.putShort(BYTES - 2, 0x1_F00D);
        assertEquals(0xF00D, window.shortAt(BYTES - 2));
        window.putByte(0, 0x1FF);
        assertEquals(0xFF, Address.fromLong(WINDOW).loadByte() & 0xFF);
    }

    @Test
    void blocks() {
        DeviceWindow window = grants.window("screen");
        RawBuffer buffer = RawBuffer.allocate(64);
        for (int i = 0; i < 64; i++) {
            buffer.putByte(i, i);
        }
        window.put(160, buffer, 0, 64);
        window.moveDown(160, 150, 64);
        assertEquals(0, window.byteAt(150));
        assertEquals(63, window.byteAt(213));
        window.get(150, buffer, 32, 10);
        assertEquals(9, buffer.byteAt(41));
        window.fillShorts(0, 0x0720, 80);
        assertEquals(0x0720, window.shortAt(158));
        assertEquals(10, window.byteAt(160));
        char[] units = new char[3];
        window.getShorts(156, units);
        assertArrayEquals(new char[] {0x0720, 0x0720, 0x0B0A}, units);
        assertThrows(IllegalArgumentException.class, () -> window.moveDown(0, 2, 64));
    }

    @Test
    void nothingOutside() {
        DeviceWindow window = grants.window("screen");
        RawBuffer buffer = RawBuffer.allocate(64);
        assertThrows(IndexOutOfBoundsException.class, () -> window.byteAt(BYTES));
        assertThrows(IndexOutOfBoundsException.class, () -> window.byteAt(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> window.shortAt(BYTES - 1));
        assertThrows(IndexOutOfBoundsException.class, () -> window.putInt(BYTES - 3, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> window.put(BYTES - 63, buffer, 0, 64));
        assertThrows(IndexOutOfBoundsException.class, () -> window.get(0, buffer, 1, 64));
        assertThrows(IndexOutOfBoundsException.class, () -> window.moveDown(BYTES - 63, 0, 64));
        assertThrows(IndexOutOfBoundsException.class, () -> window.fillShorts(2, 0, BYTES / 2));
        assertThrows(IndexOutOfBoundsException.class, () -> window.getShorts(2, new char[BYTES / 2]));
        memory.unmap(WINDOW, BYTES);
        assertThrows(SimulatedFault.class, () -> window.byteAt(0), "the processor looks too");
    }

    @Test
    void whatTheManifestDoesNotNameIsNotThere() {
        String message = assertThrows(IllegalArgumentException.class, () -> grants.window("other")).getMessage();
        assertEquals("driver has no window named other: add it to @UsesWindow", message);
    }
}
