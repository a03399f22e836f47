package org.bulkhead.vm.magic;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory behind {@link Address} on HotSpot: a sparse 64-bit address space in which only mapped pages can be touched.
 *
 * <p>One memory is current per thread, so tests run side by side. Accesses are little-endian and may be unaligned.
 */
public final class SimulatedMemory {
    /** Bytes per page. */
    public static final int PAGE_SIZE = 4096;

    private static final ThreadLocal<SimulatedMemory> CURRENT = new ThreadLocal<>();

    private final Map<Long, byte[]> pages = new HashMap<>();
    private long lastNumber = -1;
    private byte[] lastPage;

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
        lastNumber = -1;
    }

    /** Returns whether the page that holds {@code address} is mapped. */
    public boolean isMapped(long address) {
        return pages.containsKey(Math.floorDiv(address, PAGE_SIZE));
    }

    byte getByte(long address) {
        return page(address)[(int) Math.floorMod(address, (long) PAGE_SIZE)];
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
            page(address + i)[(int) Math.floorMod(address + i, (long) PAGE_SIZE)] = (byte) (value >>> i * Byte.SIZE);
        }
    }

    private byte[] page(long address) {
        long number = Math.floorDiv(address, PAGE_SIZE);
        if (number != lastNumber) {
            byte[] page = pages.get(number);
            if (page == null) {
                throw new SimulatedFault(address);
            }
            lastNumber = number;
            lastPage = page;
        }
        return lastPage;
    }
}
