package org.bulkhead.vm.runtime.platform;

import java.nio.charset.StandardCharsets;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.memory.CollectionFigures;

/** A static Linux program: a handful of system calls of the x86-64 kernel interface. */
@NoStackProbe
final class LinuxPlatform extends Platform {
    /** The only instance; in use once {@link LinuxStart} has run. */
    static final LinuxPlatform INSTANCE = new LinuxPlatform();

    private static final int READ = 0;
    private static final int WRITE = 1;
    private static final int OPEN = 2;
    private static final int CLOSE = 3;
    private static final int MMAP = 9;
    private static final int MUNMAP = 11;
    private static final int RT_SIGACTION = 13;
    private static final int PREAD = 17;
    private static final int MADVISE = 28;
    private static final int SIGALTSTACK = 131;
    private static final int CLOCK_GETTIME = 228;
    private static final int EXIT_GROUP = 231;
    private static final int PPOLL = 271;

    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int MAP_FIXED = 0x10;
    private static final int MAP_NORESERVE = 0x4000;
    /** Places the mapping below 2 GiB. */
    private static final int MAP_32BIT = 0x40;
    private static final int MADV_DONTNEED = 4;
    private static final long MAX_ERROR = 4095;

    private static final int SIGILL = 4;
    private static final int SIGBUS = 7;
    private static final int SIGFPE = 8;
    private static final int SIGSEGV = 11;
    private static final long SA_SIGINFO_ONSTACK_RESTORER = 0x0C00_0004L;
    private static final int SIGACTION_HANDLER = 0;
    private static final int SIGACTION_FLAGS = 8;
    private static final int SIGACTION_RESTORER = 16;
    private static final int SIGACTION_MASK = 24;
    private static final int SIGACTION_MASK_SIZE = 8;
    private static final int SIGALTSTACK_START = 0;
    private static final int SIGALTSTACK_FLAGS = 8;
    private static final int SIGALTSTACK_SIZE = 16;

    /** A {@code struct pollfd} behind the time in the scratch page: descriptor, requested events, returned events. */
    private static final int POLL_FD = 16;
    private static final int POLL_REQUESTED = POLL_FD + 4;
    private static final int POLL_RETURNED = POLL_FD + 6;
    private static final int POLLIN = 1;
    private static final int STANDARD_INPUT = 0;

    private static final int CLOCK_REALTIME = 0;
    private static final int CLOCK_MONOTONIC = 1;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long MILLIS_PER_SECOND = 1_000L;

    /** The main thread's stack: everything up to {@link #STACK_END}, nothing mapped below. */
    private static final long STACK_START = 0xEF80_0000L;
    private static final long STACK_END = 0xF000_0000L;
    private static final long SIGNAL_STACK = 0xF010_0000L;
    private static final long SIGNAL_STACK_SIZE = 64 << 10;
    /** A page for the structures that system calls read and write. */
    private static final long SCRATCH = 0xF020_0000L;
    private static final long PAGE_SIZE = 4096;
    /** What Linux says about the pages of the image heap, 8 bytes each. */
    private static final long PAGE_MAP = 0xF030_0000L;
    private static final long PAGE_MAP_SIZE = 256 << 10;
    private static final byte[] PAGE_MAP_FILE = "/proc/self/pagemap\0".getBytes(StandardCharsets.ISO_8859_1);
    /** A page that is in memory (or swapped out) and does not come from the executable is a copy made for a write. */
    private static final long PAGE_PRESENT_OR_SWAPPED = 3L << 62;
    private static final long PAGE_OF_FILE = 1L << 61;

    private static final long DEFAULT_HEAP = 64L << 20;
    private static final long LARGEST_HEAP = 1536L << 20;
    /** Linux places what {@link #allocateMemory} asks for between 1 and 2 GiB: a heap that would not fit below begins above. */
    private static final long LOW_HEAP_START = 0x2000_0000L;
    private static final long LOW_HEAP_LIMIT = 512L << 20;
    private static final long HIGH_HEAP_START = 0x8000_0000L;
    private static final long INITIAL_HEAP = 4L << 20;
    private static final int FATAL_STATUS = 134;
    private static final int DEADLOCK_STATUS = 1;
    /** Bytes before the memory handed out by {@link #allocateMemory}, which hold its size. */
    private static final int ALLOCATION_HEADER = 16;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int HEX_DIGITS = 16;
    private static final int BITS_PER_HEX_DIGIT = 4;

    private long heapLimit = DEFAULT_HEAP;
    private int collectEvery;
    private boolean logsCollections;
    private long firstPage;
    /** Pages from {@link #firstPage} on that the page map tells about. */
    private long knownPages;

    private LinuxPlatform() {}

    /** Sets what the environment asks for; before the heap starts. */
    void configure(long heap, int every, long log) {
        heapLimit = heap == 0 ? DEFAULT_HEAP : heap < LARGEST_HEAP ? heap : LARGEST_HEAP;
        collectEvery = every;
        logsCollections = log != 0;
    }

    /** Maps the main thread's stack and the signal stack, and directs hardware faults to the VM; returns the end of the main stack. */
    Address prepareStacks() {
        mapOrDie(STACK_START, STACK_END - STACK_START);
        mapOrDie(SIGNAL_STACK, SIGNAL_STACK_SIZE);
        mapOrDie(SCRATCH, PAGE_SIZE);
        mapOrDie(PAGE_MAP, PAGE_MAP_SIZE);
        Address scratch = Address.fromLong(SCRATCH);
        scratch.storeLong(SIGNAL_STACK, SIGALTSTACK_START);
        scratch.storeLong(0, SIGALTSTACK_FLAGS);
        scratch.storeLong(SIGNAL_STACK_SIZE, SIGALTSTACK_SIZE);
        Magic.systemCall(SIGALTSTACK, SCRATCH, 0, 0, 0, 0, 0);
        scratch.storeLong(ImageInfo.signalHandler, SIGACTION_HANDLER);
        scratch.storeLong(SA_SIGINFO_ONSTACK_RESTORER, SIGACTION_FLAGS);
        scratch.storeLong(ImageInfo.signalReturn, SIGACTION_RESTORER);
        scratch.storeLong(0, SIGACTION_MASK);
        handle(SIGSEGV);
        handle(SIGBUS);
        handle(SIGFPE);
        handle(SIGILL);
        return Address.fromLong(STACK_END);
    }

    private static void handle(int signal) {
        Magic.systemCall(RT_SIGACTION, signal, SCRATCH, 0, SIGACTION_MASK_SIZE, 0, 0);
    }

    private void mapOrDie(long start, long bytes) {
        if (!map(Address.fromLong(start), bytes)) {
            fatal("Linux gave no memory for stacks", Address.zero(), Address.fromLong(start));
        }
    }

    @Override
    public boolean map(Address start, long bytes) {
        return !failed(Magic.systemCall(MMAP, start.toLong(), bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0));
    }

    private static boolean failed(long result) {
        return result < 0 && result >= -MAX_ERROR;
    }

    @Override
    public void release(Address start, long bytes) {
        Magic.systemCall(MADVISE, start.toLong(), bytes, MADV_DONTNEED, 0, 0, 0);
    }

    @Override
    public void collected(CollectionFigures figures) {
        if (logsCollections) {
            CollectionLog.print(this, Address.fromLong(SCRATCH), figures);
        }
    }

    @Override
    public Address heapStart() {
        return Address.fromLong(heapLimit > LOW_HEAP_LIMIT ? HIGH_HEAP_START : LOW_HEAP_START);
    }

    @Override
    public long heapLimit() {
        return heapLimit;
    }

    @Override
    public long initialHeap() {
        return INITIAL_HEAP;
    }

    @Override
    public int collectEvery() {
        return collectEvery;
    }

    @Override
    public void write(int stream, Address start, int length) {
        Address from = start;
        int left = length;
        while (left > 0) {
            long written = Magic.systemCall(WRITE, stream, from.toLong(), left, 0, 0, 0);
            if (written <= 0) {
                return;
            }
            from = from.plus(written);
            left -= (int) written;
        }
    }

    @Override
    public int read(Address start, int length) {
        long count = Magic.systemCall(READ, STANDARD_INPUT, start.toLong(), length, 0, 0, 0);
        return count <= 0 ? -1 : (int) count;
    }

    @Override
    public void exit(int status) {
        Magic.systemCall(EXIT_GROUP, status, 0, 0, 0, 0, 0);
    }

    @Override
    @NeverReturns
    public void fatal(String message, Address pc, Address address) {
        print("bulkhead: ");
        print(message);
        print(" (pc ");
        printHex(pc.toLong());
        print(", address ");
        printHex(address.toLong());
        print(")\n");
        exit(FATAL_STATUS);
    }

    /** Prints a Latin-1 string without allocating. */
    private void print(String text) {
        Address byteAddress = Address.fromLong(SCRATCH);
        for (int i = 0; i < text.length(); i++) {
            byteAddress.storeByte((byte) text.charAt(i));
            write(STANDARD_ERROR, byteAddress, 1);
        }
    }

    private void printHex(long value) {
        Address digits = Address.fromLong(SCRATCH);
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = (int) (value >>> (HEX_DIGITS - 1 - i) * BITS_PER_HEX_DIGIT) & HEX_DIGITS - 1;
            digits.plus(i).storeByte(HEX[digit]);
        }
        write(STANDARD_ERROR, digits, HEX_DIGITS);
    }

    @Override
    public long nanoTime() {
        return clock(CLOCK_MONOTONIC, NANOS_PER_SECOND, 1);
    }

    @Override
    public long currentTimeMillis() {
        return clock(CLOCK_REALTIME, MILLIS_PER_SECOND, NANOS_PER_MILLI);
    }

    private static long clock(int clock, long unitsPerSecond, long nanosPerUnit) {
        Magic.systemCall(CLOCK_GETTIME, clock, SCRATCH, 0, 0, 0, 0);
        Address time = Address.fromLong(SCRATCH);
        return time.loadLong() * unitsPerSecond + time.loadLong(Long.BYTES) / nanosPerUnit;
    }

    @Override
    public boolean inputReady() {
        return awaitArrival(0);
    }

    @Override
    public void sleep(long nanos) {
        poll(0, nanos);
    }

    /** {@inheritDoc} That is standard input, or its end. */
    @Override
    public boolean awaitArrival(long nanos) {
        Address scratch = Address.fromLong(SCRATCH);
        scratch.storeInt(STANDARD_INPUT, POLL_FD);
        scratch.storeShort((short) POLLIN, POLL_REQUESTED);
        scratch.storeShort((short) 0, POLL_RETURNED);
        return poll(1, nanos) > 0;
    }

    private static long poll(int descriptors, long nanos) {
        Address time = Address.fromLong(SCRATCH);
        time.storeLong(nanos / NANOS_PER_SECOND);
        time.storeLong(nanos % NANOS_PER_SECOND, Long.BYTES);
        return Magic.systemCall(PPOLL, SCRATCH + POLL_FD, descriptors, SCRATCH, 0, 0, 0);
    }

    @Override
    public Address stackLimit() {
        return Address.fromLong(STACK_START);
    }

    @Override
    public Address stackEnd() {
        return Address.fromLong(STACK_END);
    }

    @Override
    public void deadlocked(String report) {
        print("bulkhead: ");
        print(report);
        print("\n");
        exit(DEADLOCK_STATUS);
    }

    @Override
    public boolean mayHaveWritten(Address page) {
        long index = (page.toLong() - firstPage) / PAGE_SIZE;
        if (index < 0 || index >= knownPages) {
            return true;
        }
        long entry = Address.fromLong(PAGE_MAP).plus(index * Long.BYTES).loadLong();
        return (entry & PAGE_PRESENT_OR_SWAPPED) != 0 && (entry & PAGE_OF_FILE) == 0;
    }

    @Override
    public void prepareWrittenPages() {
        firstPage = (ImageInfo.heapStart & 0xFFFF_FFFFL) / PAGE_SIZE * PAGE_SIZE;
        long pages = ((ImageInfo.heapReferencesEnd & 0xFFFF_FFFFL) - firstPage) / PAGE_SIZE + 1;
        long bytes = pages * Long.BYTES < PAGE_MAP_SIZE ? pages * Long.BYTES : PAGE_MAP_SIZE;
        Address name = Magic.addressOf(PAGE_MAP_FILE).plus(ObjectLayout.arrayBase(Byte.BYTES));
        long file = Magic.systemCall(OPEN, name.toLong(), 0, 0, 0, 0, 0);
        long read = failed(file) ? 0 : Magic.systemCall(PREAD, file, PAGE_MAP, bytes, firstPage / PAGE_SIZE * Long.BYTES, 0, 0);
        // Where Linux does not tell, all pages count as written.
        knownPages = failed(read) ? 0 : read / Long.BYTES;
        if (!failed(file)) {
            Magic.systemCall(CLOSE, file, 0, 0, 0, 0, 0);
        }
    }

    @Override
    public Address allocateMemory(long bytes) {
        long whole = bytes + ALLOCATION_HEADER;
        long start = Magic.systemCall(MMAP, 0, whole, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS | MAP_32BIT | MAP_NORESERVE, -1, 0);
        if (failed(start)) {
            return Address.zero();
        }
        Address header = Address.fromLong(start);
        header.storeLong(whole);
        return header.plus(ALLOCATION_HEADER);
    }

    @Override
    public void freeMemory(Address start) {
        Address header = start.minus(ALLOCATION_HEADER);
        Magic.systemCall(MUNMAP, header.toLong(), header.loadLong(), 0, 0, 0, 0);
    }
}
