package org.bulkhead.isolate.testkit.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.SimulatedFault;
import org.bulkhead.vm.magic.SimulatedMemory;

/** The machine's memory as the nucleus sees it, through its window; pages come when they are first touched. */
public final class PhysicalMemory extends SimulatedMemory {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Page[] frames;
    /** Pages beyond the memory: those of devices. */
    private final Map<Integer, Page> devices = new HashMap<>();

    /** Makes an empty memory of {@code bytes} bytes, a multiple of a page. */
    PhysicalMemory(long bytes) {
        frames = new Page[(int) (bytes / PAGE_SIZE)];
    }

    @Override
    protected Page page(long address, Access access) {
        long frame = (address - AddressSpaceLayout.PHYSICAL_WINDOW) / PAGE_SIZE;
        if (address >= 0 || frame < 0 || frame >= frames.length) {
            throw new SimulatedFault(address);
        }
        return frame((int) frame);
    }

    /** Returns the page of that frame. */
    Page frame(int number) {
        if (number >= frames.length) {
            return devices.computeIfAbsent(number, each -> new Page(new byte[PAGE_SIZE], 0));
        }
        if (frames[number] == null) {
            frames[number] = new Page(new byte[PAGE_SIZE], 0);
        }
        return frames[number];
    }

    /** Moves the content of a frame, which stays the same frame, to another place in this program's memory: so that a buffer can lie over frames that are no neighbours. */
    void move(int number, Page to) {
        Page from = frame(number);
        System.arraycopy(from.bytes(), from.offset(), to.bytes(), to.offset(), PAGE_SIZE);
        frames[number] = to;
        forgetPages();
    }

    /** Returns the 64 bits at a physical address, a multiple of 8. */
    long load(long physical) {
        Page page = frame((int) (physical / PAGE_SIZE));
        return (long) LONGS.get(page.bytes(), page.offset() + (int) (physical % PAGE_SIZE));
    }

    /**
     * {@return the byte at a physical address, 0 to 255: what a device sees that reads memory by itself}
     *
     * @param physical a physical address
     */
    public int read(long physical) {
        Page page = frame((int) (physical / PAGE_SIZE));
        return page.bytes()[page.offset() + (int) (physical % PAGE_SIZE)] & 0xFF;
    }

    /**
     * Stores the low byte of {@code value} at a physical address, as a device does that writes memory by itself.
     *
     * @param physical a physical address
     * @param value of which the low 8 bits are stored
     */
    public void write(long physical, int value) {
        Page page = frame((int) (physical / PAGE_SIZE));
        page.bytes()[page.offset() + (int) (physical % PAGE_SIZE)] = (byte) value;
    }
}
