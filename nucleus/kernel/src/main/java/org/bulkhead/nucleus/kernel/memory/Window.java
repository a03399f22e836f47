package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.vm.magic.*;

/** The window through which the nucleus sees all physical memory. */
public final class Window {
    /** Bytes of a page, and of a frame. */
    public static final int PAGE = 4096;
    /** Physical memory from here on is not used: the window and the frame numbers end here. */
    public static final long PHYSICAL_LIMIT = 1L << 32;

    private Window() {}

    /** Returns where the nucleus sees physical address {@code physical}. */
    public static long at(long physical) {
        return AddressSpaceLayout.PHYSICAL_WINDOW + physical;
    }

    /** Returns the 64 bits at a physical address. */
    public static long load(long physical) {
        return Address.fromLong(at(physical)).loadLong();
    }

    /** Stores 64 bits at a physical address. */
    public static void store(long physical, long value) {
        Address.fromLong(at(physical)).storeLong(value);
    }

    /** Copies a frame. */
    public static void copyFrame(long from, long to) {
        Magic.copy(Address.fromLong(at(from)), Address.fromLong(at(to)), PAGE);
    }
}
