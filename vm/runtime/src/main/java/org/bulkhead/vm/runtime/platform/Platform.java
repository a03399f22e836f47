package org.bulkhead.vm.runtime.platform;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.runtime.memory.HeapMemory;

/**
 * The world outside the VM.
 *
 * <p>Implementations carry {@link org.bulkhead.vm.magic.NoStackProbe}, are created while the image is built, and do not allocate in any method that the collector or the fault path calls:
 * all but {@link #property}.
 */
public abstract class Platform implements HeapMemory {
    /** Where a program's output goes. */
    public static final int STANDARD_OUTPUT = 1;
    /** Where its complaints go. */
    public static final int STANDARD_ERROR = 2;

    /** Returns the first byte of the heap, a multiple of 64 KiB. */
    public abstract Address heapStart();

    /** Returns the bytes that the heap may grow to. */
    public abstract long heapLimit();

    /** Returns the bytes of objects that the heap takes before it collects for the first time. */
    public abstract long initialHeap();

    /** Returns the number of allocations between two collections when under stress, or 0. */
    public abstract int collectEvery();

    /** Writes {@code length} bytes from {@code start} on to {@link #STANDARD_OUTPUT} or {@link #STANDARD_ERROR}; what cannot be written is dropped. */
    public abstract void write(int stream, Address start, int length);

    /** Reads up to {@code length} bytes of standard input to {@code start}; returns their number, or -1 at the end. May block. */
    public abstract int read(Address start, int length);

    /** Ends the program or isolate with a status, 0 for success. Never returns. */
    public abstract void exit(int status);

    /** Ends at once because an invariant of the VM is broken or an access went wild; {@code pc} and {@code address} go into the report. Never returns. */
    @NeverReturns
    public abstract void fatal(String message, Address pc, Address address);

    /** Returns nanoseconds since some fixed moment; never goes backwards. */
    @Override
    public abstract long nanoTime();

    /** Returns milliseconds since 1970-01-01 UTC, or since the start where there is no calendar clock. */
    public abstract long currentTimeMillis();

    /** Returns whether {@link #read} would not block. */
    public abstract boolean inputReady();

    /** Waits for {@code nanos} nanoseconds, or less if something else happens to the program. */
    public abstract void sleep(long nanos);

    /** Waits until something has come from outside that threads of the program may wait for, or for {@code nanos} nanoseconds, 0 or more. Returns whether something has come. */
    public abstract boolean awaitArrival(long nanos);

    /** Returns the lowest usable byte of the stack on which all threads run; {@code StackLayout.GUARD_SIZE} bytes below it are not mapped. */
    public abstract Address stackLimit();

    /** Returns the first byte behind the stack on which all threads run. */
    public abstract Address stackEnd();

    /** Ends the program or isolate as a failure: all its threads wait, and none can ever go on, as {@code report} says. Never returns. */
    public abstract void deadlocked(String report);

    /** Returns whether this program may have written to the page of the image heap at {@code page}; the collector looks for references out of the image only there. */
    public abstract boolean mayHaveWritten(Address page);

    /** Is called before a collection asks {@link #mayHaveWritten}. */
    public abstract void prepareWrittenPages();

    /** Maps {@code bytes} bytes of zeroed memory for a direct buffer or the like, a multiple of 8; returns its address below 4 GiB, or 0. */
    public abstract Address allocateMemory(long bytes);

    /** Gives back what {@link #allocateMemory} gave. */
    public abstract void freeMemory(Address start);
}
