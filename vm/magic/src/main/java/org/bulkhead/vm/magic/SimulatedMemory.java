package org.bulkhead.vm.magic;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory behind {@link Address} on HotSpot: a sparse 64-bit address space in which only mapped pages can be touched.
 *
 * <p>One memory is current per thread, so tests run side by side. Accesses are little-endian and may be unaligned. A subclass may have its pages from elsewhere: see {@link #page}.
 */
public class SimulatedMemory {
    /** What an access does. */
    protected enum Access { READ, WRITE }

    /** Bytes per page. */
    public static final int PAGE_SIZE = 4096;

    private static final ThreadLocal<SimulatedMemory> CURRENT = new ThreadLocal<>();

    private final Map<Long, byte[]> pages = new HashMap<>();
    private long lastRead;
    private byte[] lastReadPage;
    private long lastWritten;
    private byte[] lastWrittenPage;

    /** Makes this memory the one that addresses of the calling thread point into, and returns it. */
    public SimulatedMemory use() {
        CURRENT.set(this);
        return this;
    }

    /**
     * Returns the memory of the calling thread.
     *
     * @throws IllegalStateException if {@link #use} was never called on this thread
     */
    public static SimulatedMemory current() {
        SimulatedMemory memory = CURRENT.get();
        if (memory == null) {
            throw new IllegalStateException("no simulated memory on this thread: call new SimulatedMemory().use() first");
        }
        return memory;
    }

    /** Maps zeroed pages for {@code bytes} bytes from {@code start} on, rounded out to whole pages; pages that are mapped stay as they are. */
    public SimulatedMemory map(long start, long bytes) {
        for (long page = Math.floorDiv(start, PAGE_SIZE); page <= Math.floorDiv(start + bytes - 1, PAGE_SIZE); page++) {
            pages.computeIfAbsent(page, number -> new byte[PAGE_SIZE]);
        }
        return this;
    }

    /** Removes the pages that hold {@code bytes} bytes from {@code start} on; touching them throws from now on. */
    public void unmap(long start, long bytes) {
        for (long page = Math.floorDiv(start, PAGE_SIZE); page <= Math.floorDiv(start + bytes - 1, PAGE_SIZE); page++) {
            pages.remove(page);
        }
        forgetPages();
    }

    /** Returns whether the page that holds {@code address} is mapped. */
    public boolean isMapped(long address) {
        return pages.containsKey(Math.floorDiv(address, PAGE_SIZE));
    }

    byte getByte(long address) {
        long number = Math.floorDiv(address, PAGE_SIZE);
        if (number != lastRead || lastReadPage == null) {
            lastReadPage = page(address, Access.READ);
            lastRead = number;
        }
        return lastReadPage[(int) Math.floorMod(address, (long) PAGE_SIZE)];
    }

    long get(long address, int bytes) {
        long result = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            result = result << Byte.SIZE | getByte(address + i) & 0xFF;
        }
        return result;
    }

    void put(long address, int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            long number = Math.floorDiv(address + i, PAGE_SIZE);
            if (number != lastWritten || lastWrittenPage == null) {
                lastWrittenPage = page(address + i, Access.WRITE);
                lastWritten = number;
            }
            lastWrittenPage[(int) Math.floorMod(address + i, (long) PAGE_SIZE)] = (byte) (value >>> i * Byte.SIZE);
        }
    }

    /** Returns the page that holds {@code address}; it is remembered until {@link #forgetPages}. Throws {@link SimulatedFault} if that access is not possible there. */
    protected byte[] page(long address, Access access) {
        byte[] page = pages.get(Math.floorDiv(address, PAGE_SIZE));
        if (page == null) {
            throw new SimulatedFault(address);
        }
        return page;
    }

    /** Has every page looked up anew: to be called when another page may stand at an address. */
    protected final void forgetPages() {
        lastReadPage = null;
        lastWrittenPage = null;
    }
}
