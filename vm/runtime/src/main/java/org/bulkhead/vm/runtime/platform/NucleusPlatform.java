package org.bulkhead.vm.runtime.platform;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ImageInfo;

/** An isolate on the nucleus, which gives zeroed memory on demand within the isolate's heap limit. Standard output and error go to the system's log. */
@NoStackProbe
final class NucleusPlatform extends Platform {
    /** The only instance; in use once {@link NucleusStart} has run. */
    static final NucleusPlatform INSTANCE = new NucleusPlatform();

    /** Halves of the heap are whole multiples of this. */
    private static final long HEAP_UNIT = 64 << 10;
    private static final long INITIAL_HEAP = 64 << 10;
    private static final long PAGE_SIZE = 4096;
    private static final int LOG_LIMIT = 4096;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** Text for the nucleus: most bytes that it keeps of a death. */
    private static final int TEXT_LIMIT = 192;
    private static final Address TEXT = Address.fromLong(AddressSpaceLayout.RUNTIME_SCRATCH);
    /** One bit per image page. */
    private static final int WRITTEN_OFFSET = 256;
    private static final Address WRITTEN = Address.fromLong(AddressSpaceLayout.RUNTIME_SCRATCH + WRITTEN_OFFSET);
    private static final long WRITTEN_LIMIT = (AddressSpaceLayout.RUNTIME_SCRATCH_SIZE - WRITTEN_OFFSET) * Byte.SIZE;

    private long half;
    private long heapEnd;
    private long firstPage;
    private long pages;
    private boolean allWritten;

    private NucleusPlatform() {}

    /** Sets the isolate's heap window, raw memory included; returns the bytes for each half of the Java heap. */
    long configure(Address heapStart, long heapBytes) {
        heapEnd = heapStart.toLong() + heapBytes;
        half = (heapEnd - AddressSpaceLayout.JAVA_HEAP_START) / 2 & -HEAP_UNIT;
        return half;
    }

    @Override
    public boolean map(Address start, long bytes) {
        return start.toLong() + bytes <= heapEnd;
    }

    @Override
    public void exhausted() {
        abort(DeathReason.OUT_OF_MEMORY, "no memory to collect garbage into");
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
    public long heapLimit() {
        return half;
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

    /** Lets others run until the time has come; to receive would take notifications away from the program, which has ways of its own to wait. */
    @Override
    public void sleep(long nanos) {
        long end = nanoTime() + nanos;
        while (nanoTime() < end) {
            this.yield();
        }
    }

    @Override
    public void yield() {
        Magic.systemCall(SystemCall.YIELD, 0, 0, 0, 0, 0, 0);
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

    /** Isolates have raw memory of their own, and no other memory outside the heap. */
    @Override
    public Address allocateMemory(long bytes) {
        return Address.zero();
    }

    @Override
    public void freeMemory(Address start) {
        // Nothing was given.
    }
}
