package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/**
 * The stacks of threads that do not run, in memory that the collector does not move.
 *
 * <pre>
 *   0  u64  next block, or 0        a block, for one thread
 *   8  u64  previous block, or 0
 *  16  u64  bytes of the block
 *  24  u64  innermost address that is saved, where it stands when the thread runs; 0: nothing is saved
 *  32       a copy of all from there to the end of the stack
 * </pre>
 * At the innermost address lies the frame pointer of the method that changed to another thread, above it the return address into it: like the frame of a method that it called.
 */
@NoStackProbe
public final class SavedStacks {
    private static final int NEXT = 0;
    private static final int PREVIOUS = 8;
    private static final int BYTES = 16;
    private static final int INNERMOST = 24;
    private static final int CONTENTS = 32;
    /** Blocks are twice as large as each other, less what the platform may need for itself to make a whole number of pages. */
    private static final long SMALLEST = 4096;
    private static final long PLATFORMS_SHARE = 64;
    private static final int SIZES = 20;

    private final RawMemory memory;
    /** Unused blocks of each size, linked by {@link #NEXT}. */
    private final long[] unused = new long[SIZES];
    private Address first = Address.zero();

    /** Where blocks come from. */
    interface RawMemory {
        /** Returns {@code bytes} bytes, a multiple of 8, or 0. */
        Address allocate(long bytes);
    }

    SavedStacks(RawMemory memory) {
        this.memory = memory;
    }

    /** Returns the first block of all threads, or 0. */
    public Address first() {
        return first;
    }

    /** Returns the block behind a block, or 0. */
    public static Address next(Address block) {
        return block.loadAddress(NEXT);
    }

    /** Returns the innermost address that is saved in the block, as it is when the thread runs; 0 if nothing is saved. */
    public static Address innermost(Address block) {
        return block.loadAddress(INNERMOST);
    }

    /** Returns what to add to an address on the stack to get where it is in the block. */
    public static long displacement(Address block) {
        return contents(block).distanceFrom(innermost(block)).toLong();
    }

    /** Returns where the saved bytes begin. */
    static Address contents(Address block) {
        return block.plus(CONTENTS);
    }

    /** Notes what has been saved in the block: all from {@code innermost} on; 0 for nothing. */
    static void innermost(Address block, Address innermost) {
        block.storeAddress(innermost, INNERMOST);
    }

    /** Returns a block with room for {@code bytes} bytes: the given one, or another in its place; 0 if there is no memory, and then the given one stays. Pass 0 for a first block. */
    Address withRoomFor(long bytes, Address block) {
        if (!block.isZero() && block.loadLong(BYTES) >= bytes + CONTENTS) {
            return block;
        }
        int size = 0;
        while (bytesOf(size) < bytes + CONTENTS) {
            size++;
        }
        Address made = Address.fromLong(unused[size]);
        if (made.isZero()) {
            made = memory.allocate(bytesOf(size));
            if (made.isZero()) {
                return made;
            }
        } else {
            unused[size] = next(made).toLong();
        }
        made.storeLong(bytesOf(size), BYTES);
        innermost(made, Address.zero());
        link(made);
        if (!block.isZero()) {
            free(block);
        }
        return made;
    }

    private static long bytesOf(int size) {
        return (SMALLEST << size) - PLATFORMS_SHARE;
    }

    private void link(Address block) {
        block.storeAddress(first, NEXT);
        block.storeAddress(Address.zero(), PREVIOUS);
        if (!first.isZero()) {
            first.storeAddress(block, PREVIOUS);
        }
        first = block;
    }

    /** Takes a block back. */
    void free(Address block) {
        Address next = next(block);
        Address previous = block.loadAddress(PREVIOUS);
        if (previous.isZero()) {
            first = next;
        } else {
            previous.storeAddress(next, NEXT);
        }
        if (!next.isZero()) {
            next.storeAddress(previous, PREVIOUS);
        }
        int size = 0;
        while (bytesOf(size) < block.loadLong(BYTES)) {
            size++;
        }
        block.storeLong(unused[size], NEXT);
        unused[size] = block.toLong();
    }
}
