package org.bulkhead.vm.runtime.platform;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.IdleNotifications;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.memory.CollectionFigures;

/** An isolate on the nucleus, which gives zeroed memory on demand within the isolate's heap limit. Standard output and error go to the system's log. */
@NoStackProbe
final class NucleusPlatform extends Platform {
    /** The only instance; in use once {@link NucleusStart} has run. */
    static final NucleusPlatform INSTANCE = new NucleusPlatform();

    private static final long INITIAL_HEAP = 64 << 10;
    /** What the heap leaves for stacks of waiting threads and direct buffers, so that a full heap does not keep threads from starting: one part of so many, and at most so many bytes. */
    private static final long OUTSIDE_SHARE = 16;
    private static final long OUTSIDE_LIMIT = 4 << 20;
    private static final long PAGE_SIZE = 4096;
    /** Before memory outside the heap: its bytes, and the next that is unused. */
    private static final int ALLOCATION_HEADER = 16;
    private static final int ALLOCATION_SIZE = 0;
    private static final int ALLOCATION_NEXT = 8;
    private static final int LOG_LIMIT = 4096;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** Text for the nucleus: most bytes that it keeps of a death. */
    private static final int TEXT_LIMIT = 192;
    private static final Address TEXT = Address.fromLong(AddressSpaceLayout.RUNTIME_SCRATCH);
    /** A message that the runtime receives. */
    private static final int MESSAGE_OFFSET = 256;
    private static final Address MESSAGE = Address.fromLong(AddressSpaceLayout.RUNTIME_SCRATCH + MESSAGE_OFFSET);
    /** One bit per image page. */
    private static final int WRITTEN_OFFSET = MESSAGE_OFFSET + MessageLayout.SIZE;
    private static final Address WRITTEN = Address.fromLong(AddressSpaceLayout.RUNTIME_SCRATCH + WRITTEN_OFFSET);
    private static final long WRITTEN_LIMIT = (AddressSpaceLayout.RUNTIME_SCRATCH_SIZE - WRITTEN_OFFSET) * Byte.SIZE;

    private long heapBytes;
    /** Where the memory for the Java heap ends. */
    private long heapEnd;
    /** Where the memory that the heap has asked for ends. */
    private long mappedEnd;
    private long firstPage;
    private long pages;
    private boolean allWritten;
    /** Memory outside the heap that was given back, linked by {@link #ALLOCATION_NEXT}. */
    private Address unused = Address.zero();

    private NucleusPlatform() {}

    /** Sets the isolate's Java heap: from {@link AddressSpaceLayout#JAVA_HEAP_START} to the end of the {@code bytes} bytes from {@code start} on. */
    void configure(Address start, long bytes) {
        heapEnd = start.toLong() + bytes;
        heapBytes = heapEnd - AddressSpaceLayout.JAVA_HEAP_START;
    }

    /** {@inheritDoc} It comes when it is touched. */
    @Override
    public boolean map(Address start, long bytes) {
        long end = start.toLong() + bytes;
        if (end > heapEnd) {
            return false;
        }
        mappedEnd = end > mappedEnd ? end : mappedEnd;
        return true;
    }

    @Override
    public void release(Address start, long bytes) {
        Magic.systemCall(SystemCall.RELEASE_MEMORY, start.toLong(), bytes, 0, 0, 0, 0);
    }

    @Override
    public void collected(CollectionFigures figures) {
        // Nobody to tell; programs can ask.
    }

    /** Ends the isolate; the nucleus keeps the text for the post-mortem. Never returns. */
    void abort(DeathReason reason, String text) {
        int length = text.length() < TEXT_LIMIT ? text.length() : TEXT_LIMIT;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            TEXT.storeByte((byte) (c < 0x80 ? c : '?'), i);
        }
        Magic.systemCall(SystemCall.ABORT, reason.ordinal(), TEXT.toLong(), length, 0, 0, 0);
    }

    @Override
    public Address heapStart() {
        return Address.fromLong(AddressSpaceLayout.JAVA_HEAP_START);
    }

    @Override
    public long heapLimit() {
        long outside = heapBytes / OUTSIDE_SHARE;
        return heapBytes - (outside < OUTSIDE_LIMIT ? outside : OUTSIDE_LIMIT);
    }

    @Override
    public long initialHeap() {
        return INITIAL_HEAP;
    }

    @Override
    public int collectEvery() {
        return 0;
    }

    @Override
    public void write(int stream, Address start, int length) {
        Address from = start;
        int left = length;
        while (left > 0) {
            int part = left < LOG_LIMIT ? left : LOG_LIMIT;
            Magic.systemCall(SystemCall.LOG, from.toLong(), part, 0, 0, 0, 0);
            from = from.plus(part);
            left -= part;
        }
    }

    /** An isolate has no standard input. */
    @Override
    public int read(Address start, int length) {
        return -1;
    }

    @Override
    public void exit(int status) {
        Magic.systemCall(SystemCall.EXIT, status, 0, 0, 0, 0, 0);
    }

    @Override
    @NeverReturns
    public void fatal(String message, Address pc, Address address) {
        abort(DeathReason.UNCAUGHT_EXCEPTION, message);
    }

    @Override
    public long nanoTime() {
        return Magic.systemCall(SystemCall.CLOCK, 0, 0, 0, 0, 0, 0);
    }

    /** There is no calendar clock: milliseconds since boot. */
    @Override
    public long currentTimeMillis() {
        return nanoTime() / NANOS_PER_MILLI;
    }

    @Override
    public boolean inputReady() {
        return true;
    }

    /** {@inheritDoc} Notifications that arrive meanwhile end the wait, and are left for the program. */
    @Override
    public void sleep(long nanos) {
        awaitArrival(nanos);
    }

    /** {@inheritDoc} That is notifications, which are left for those who wait for them. */
    @Override
    public boolean awaitArrival(long nanos) {
        long now = nanoTime();
        long deadline = nanos > SystemCall.FOREVER - now ? SystemCall.FOREVER : now + nanos;
        if (Magic.systemCall(SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE.toLong(), deadline, 0, 0, 0) != MessageLayout.RECEIVED_NOTIFICATION) {
            return false;
        }
        IdleNotifications.add(MESSAGE.loadLong(MessageLayout.PAYLOAD));
        return true;
    }

    @Override
    public Address stackLimit() {
        return Address.fromLong(AddressSpaceLayout.STACK_START);
    }

    @Override
    public Address stackEnd() {
        return Address.fromLong(AddressSpaceLayout.STACK_END);
    }

    @Override
    public void deadlocked(String report) {
        abort(DeathReason.UNCAUGHT_EXCEPTION, report);
    }

    @Override
    public boolean mayHaveWritten(Address page) {
        long index = page.toLong() / PAGE_SIZE - firstPage;
        if (allWritten || index < 0 || index >= pages) {
            return true;
        }
        return (WRITTEN.plus(index / Byte.SIZE).loadByte() >> (int) (index % Byte.SIZE) & 1) != 0;
    }

    @Override
    public void prepareWrittenPages() {
        firstPage = (ImageInfo.heapStart & 0xFFFF_FFFFL) / PAGE_SIZE;
        pages = ((ImageInfo.heapReferencesEnd & 0xFFFF_FFFFL) + PAGE_SIZE - 1) / PAGE_SIZE - firstPage;
        // An image too large for the bitmap, or a refusal, only costs time.
        allWritten = pages > WRITTEN_LIMIT || Magic.systemCall(SystemCall.WRITTEN_PAGES, firstPage * PAGE_SIZE, pages, WRITTEN.toLong(), 0, 0, 0) < 0;
    }

    /** {@inheritDoc} It is taken from the end of the heap window: what the heap always leaves, and more as long as the heap has not grown there. */
    @Override
    public Address allocateMemory(long bytes) {
        long start = heapEnd - bytes - ALLOCATION_HEADER & -ALLOCATION_HEADER;
        Address reused = reuse(bytes);
        if (!reused.isZero()) {
            return reused;
        }
        if (start < mappedEnd) {
            return Address.zero();
        }
        Address header = Address.fromLong(start);
        header.storeLong(heapEnd - start - ALLOCATION_HEADER, ALLOCATION_SIZE);
        heapEnd = start;
        return header.plus(ALLOCATION_HEADER);
    }

    /** Returns memory that was given back, cleared, if some has at least {@code bytes} bytes and not twice as many; else 0. */
    private Address reuse(long bytes) {
        Address before = Address.zero();
        for (Address each = unused; !each.isZero(); each = each.loadAddress(ALLOCATION_NEXT)) {
            long size = each.loadLong(ALLOCATION_SIZE);
            if (size >= bytes && size < 2 * bytes) {
                Address next = each.loadAddress(ALLOCATION_NEXT);
                if (before.isZero()) {
                    unused = next;
                } else {
                    before.storeAddress(next, ALLOCATION_NEXT);
                }
                Magic.clear(each.plus(ALLOCATION_HEADER), size);
                return each.plus(ALLOCATION_HEADER);
            }
            before = each;
        }
        return Address.zero();
    }

    @Override
    public void freeMemory(Address start) {
        Address header = start.minus(ALLOCATION_HEADER);
        header.storeAddress(unused, ALLOCATION_NEXT);
        unused = header;
    }
}
