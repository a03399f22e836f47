package org.bulkhead.vm.magic;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** A page: {@link #PAGE_SIZE} bytes of an array from {@code offset} on. Pages side by side in one array can have a buffer over them. */
    public record Page(byte[] bytes, int offset) {}

    /** A buffer that was handed out: the part of an array that stands at an address. */
    private record Loan(byte[] bytes, int offset, int length, long address) {}

    private final Map<Long, Page> pages = new HashMap<>();
    private final Deque<Loan> loans = new ArrayDeque<>();
    private long lastRead;
    private Page lastReadPage;
    private long lastWritten;
    private Page lastWrittenPage;

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
        long end = Math.floorDiv(start + bytes - 1, PAGE_SIZE) + 1;
        long page = Math.floorDiv(start, PAGE_SIZE);
        while (page < end) {
            long first = page;
            while (page < end && !pages.containsKey(page)) {
                page++;
            }
            byte[] room = new byte[Math.toIntExact((page - first) * PAGE_SIZE)];
            for (long number = first; number < page; number++) {
                pages.put(number, new Page(room, (int) (number - first) * PAGE_SIZE));
            }
            page++;
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
        return lastReadPage.bytes()[lastReadPage.offset() + (int) Math.floorMod(address, (long) PAGE_SIZE)];
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
            lastWrittenPage.bytes()[lastWrittenPage.offset() + (int) Math.floorMod(address + i, (long) PAGE_SIZE)] = (byte) (value >>> i * Byte.SIZE);
        }
    }

    /** Returns the page that holds {@code address}; it is remembered until {@link #forgetPages}. Throws {@link SimulatedFault} if that access is not possible there. */
    protected Page page(long address, Access access) {
        Page page = pages.get(Math.floorDiv(address, PAGE_SIZE));
        if (page == null) {
            throw new SimulatedFault(address);
        }
        return page;
    }

    /** Returns a buffer over a range whose pages lie side by side in one array: here, one that was mapped by one call. Throws IllegalArgumentException if they do not. */
    ByteBuffer buffer(long address, int bytes) {
        Page first = gather(address, Math.max(bytes, 1));
        int offset = first.offset() + (int) Math.floorMod(address, (long) PAGE_SIZE);
        Loan loan = new Loan(first.bytes(), offset, bytes, address);
        loans.removeIf(each -> each.equals(loan));
        loans.push(loan);
        return ByteBuffer.wrap(loan.bytes(), offset, bytes).slice();
    }

    /** Returns the address of index 0 of a buffer made by {@link #buffer}, or of a part of one; 0 if it is none. */
    long addressOf(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            for (Loan each : loans) {
                int at = buffer.arrayOffset() - each.offset();
                if (each.bytes() == buffer.array() && at >= 0 && at <= each.length()) {
                    return each.address() + at;
                }
            }
        }
        return 0;
    }

    /** Returns the page that holds {@code address}, behind which the others of the range follow in the same array. A subclass may move them there. */
    protected Page gather(long address, int bytes) {
        Page first = page(address, Access.READ);
        long start = Math.floorDiv(address, PAGE_SIZE) * PAGE_SIZE;
        for (long at = start + PAGE_SIZE; at < address + bytes; at += PAGE_SIZE) {
            Page next = page(at, Access.READ);
            if (next.bytes() != first.bytes() || next.offset() != first.offset() + (int) (at - start)) {
                throw new IllegalArgumentException(bytes + " bytes from 0x" + Long.toHexString(address) + " on were not mapped by one call");
            }
        }
        return first;
    }

    /** Has every page looked up anew: to be called when another page may stand at an address. */
    protected final void forgetPages() {
        lastReadPage = null;
        lastWrittenPage = null;
    }
}
