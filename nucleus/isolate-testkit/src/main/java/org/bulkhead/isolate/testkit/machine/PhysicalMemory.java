package org.bulkhead.isolate.testkit.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.SimulatedFault;
import org.bulkhead.vm.magic.SimulatedMemory;

/** The machine's memory as the nucleus sees it, through its window; pages come when they are first touched. */
public final class PhysicalMemory extends SimulatedMemory {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] frames;

    /** Makes an empty memory of {@code bytes} bytes, a multiple of a page. */
    PhysicalMemory(long bytes) {
        frames = new byte[(int) (bytes / PAGE_SIZE)][];
    }

    @Override
    protected byte[] page(long address, Access access) {
        long frame = (address - AddressSpaceLayout.PHYSICAL_WINDOW) / PAGE_SIZE;
        if (address >= 0 || frame < 0 || frame >= frames.length) {
            throw new SimulatedFault(address);
        }
        return frame((int) frame);
    }

    /** Returns the bytes of the page at a physical address. */
    byte[] frame(int number) {
        if (frames[number] == null) {
            frames[number] = new byte[PAGE_SIZE];
        }
        return frames[number];
    }

    /** Returns the 64 bits at a physical address, a multiple of 8. */
    long load(long physical) {
        return (long) LONGS.get(frame((int) (physical / PAGE_SIZE)), (int) (physical % PAGE_SIZE));
    }

    /** Returns the byte at a physical address, 0 to 255: what a device sees that reads memory by itself. */
    public int read(long physical) {
        return frame((int) (physical / PAGE_SIZE))[(int) (physical % PAGE_SIZE)] & 0xFF;
    }

    /** Stores the low byte of {@code value} at a physical address, as a device does that writes memory by itself. */
    public void write(long physical, int value) {
        frame((int) (physical / PAGE_SIZE))[(int) (physical % PAGE_SIZE)] = (byte) value;
    }
}
