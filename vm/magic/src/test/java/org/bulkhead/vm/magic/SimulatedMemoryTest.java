package org.bulkhead.vm.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimulatedMemoryTest {
    private static final long START = 0xFFFF_8000_0000_0000L;
    private static final int SIZE = 3 * SimulatedMemory.PAGE_SIZE;

    /** Any access, also across pages, is that of a little-endian buffer. */
    @Property(tries = 300)
    void accessesAreLittleEndianAndMayBeUnaligned(@ForAll @IntRange(max = SIZE - 8) int at, @ForAll long value, @ForAll @IntRange(max = SIZE - 8) int read) {
        new SimulatedMemory().map(START, SIZE).use();
        ByteBuffer expected = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
        Address start = Address.fromLong(START);
        start.plus(at).storeLong(value);
        assertEquals(expected.getLong(read), start.loadLong(read));
        assertEquals(expected.getInt(read), start.loadInt(read));
        assertEquals(expected.getShort(read), start.plus(read).loadShort());
        assertEquals(expected.getChar(read), start.loadChar(read));
        assertEquals(expected.get(read), start.plus(read).loadByte());
        start.storeShort((short) value, read);
        expected.putShort(read, (short) value);
        assertEquals(expected.getLong(at), start.loadLong(at));
    }

    @Test
    void touchingWhatIsNotMappedFaultsWithItsAddress() {
        SimulatedMemory memory = new SimulatedMemory().map(0x1000, 1).use();
        Address last = Address.fromLong(0x1FFF);
        last.storeByte((byte) 1);
        assertEquals(0x2000, assertThrows(SimulatedFault.class, () -> last.loadShort()).address());
        memory.unmap(0x1000, 1);
        assertFalse(memory.isMapped(0x1FFF));
        assertEquals(0x1FFF, assertThrows(SimulatedFault.class, last::loadByte).address());
    }

    @Test
    void buffersLieOverTheMemory() {
        new SimulatedMemory().map(0x1000, SIZE).use();
        ByteBuffer buffer = RawBuffers.at(Address.fromLong(0x1FF0), 0x100);
        buffer.putInt(0x10, 0x1234_5678);
        assertEquals(0x1234_5678, Address.fromLong(0x2000).loadInt());
        assertEquals(0x1FF0, RawBuffers.addressOf(buffer).toLong());
        assertEquals(0x2000, RawBuffers.addressOf(buffer.slice(0x10, 8)).toLong());
        assertTrue(RawBuffers.addressOf(ByteBuffer.allocate(8)).isZero());
        assertThrows(SimulatedFault.class, () -> RawBuffers.at(Address.fromLong(0x9000), 1));
        SimulatedMemory.current().map(0x4000, 1);
        assertThrows(IllegalArgumentException.class, () -> RawBuffers.at(Address.fromLong(0x3FFF), 2));
    }

    @Test
    void aThreadWithoutMemorySaysSo() throws InterruptedException {
        Throwable[] caught = new Throwable[1];
        Thread thread = new Thread(() -> Address.zero().loadInt());
        thread.setUncaughtExceptionHandler((where, what) -> caught[0] = what);
        thread.start();
        thread.join();
        assertTrue(caught[0] instanceof IllegalStateException, String.valueOf(caught[0]));
    }

    @Test
    void whatNeedsAMachineIsRefusedOnHotSpot() {
        assertThrows(UnsupportedOperationException.class, () -> Magic.inByte(0x60));
        assertThrows(UnsupportedOperationException.class, () -> Magic.addressOf("object"));
    }
}
