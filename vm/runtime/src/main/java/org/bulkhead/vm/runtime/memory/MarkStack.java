package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/**
 * The objects that a collection has reached and not yet looked into, 4 bytes each.
 *
 * <p>Most of them are not in the processor's cache. What is popped is therefore not looked into at once: it is fetched and waits in a ring, until {@link #AHEAD} others have been popped.
 *
 * <p>Of a long array only a part is looked into at a time: it comes back as two entries, an index below the address with bit 0 set. Memory is touched only as deep as the stack was. When it is full,
 * an object is forgotten here, and found again by its mark and by its block's flag {@link HeapTables#OVERFLOWED}.
 */
@NoStackProbe
final class MarkStack {
    /** Set in the address of an array of which a part is left. */
    static final int PART = 1;
    /** How many objects the processor fetches while others are looked into. */
    static final int AHEAD = 8;
    private static final int AHEAD_BYTES = AHEAD * ObjectLayout.REFERENCE_SIZE;

    private final HeapTables tables;
    private Address ring = Address.zero();
    /** Byte offset in the ring of the object that has waited longest. */
    private int turn;
    private Address bottom = Address.zero();
    private Address limit = Address.zero();
    private Address next = Address.zero();
    private boolean overflowed;

    MarkStack(HeapTables tables) {
        this.tables = tables;
    }

    /** Empties the stack. */
    void start() {
        ring = tables.stackStart();
        bottom = ring.plus(AHEAD_BYTES);
        limit = tables.start();
        next = bottom;
        overflowed = false;
    }

    @Inline
    boolean isEmpty() {
        return next.sameAs(bottom);
    }

    @Inline
    void push(Address object) {
        if (next.below(limit)) {
            next.storeReference(object, 0);
            next = next.plus(ObjectLayout.REFERENCE_SIZE);
        } else {
            forget(object);
        }
    }

    /** Pushes an array whose elements from {@code index} on are left. */
    void pushPart(Address array, int index) {
        if (next.plus(ObjectLayout.REFERENCE_SIZE).below(limit)) {
            next.storeInt(index);
            next.storeInt(array.toInt() | PART, ObjectLayout.REFERENCE_SIZE);
            next = next.plus(2 * ObjectLayout.REFERENCE_SIZE);
        } else {
            forget(array);
        }
    }

    private void forget(Address object) {
        tables.set(object, HeapTables.OVERFLOWED);
        overflowed = true;
    }

    /** Returns what was pushed last: an object, or an array with {@link #PART} set, whose index is what is popped next. */
    @Inline
    int pop() {
        next = next.minus(ObjectLayout.REFERENCE_SIZE);
        return next.loadInt();
    }

    /** Has the processor fetch an object, and returns the one that it was told to fetch {@link #AHEAD} calls ago. 0 stands for none. */
    @Inline
    Address exchange(int object) {
        Address slot = ring.plus(turn);
        Address earlier = slot.loadReference(0);
        Magic.prefetch(Address.fromInt(object));
        slot.storeInt(object);
        turn = turn + ObjectLayout.REFERENCE_SIZE & AHEAD_BYTES - 1;
        return earlier;
    }

    /** Returns whether an object was forgotten since the last time this was asked. */
    boolean wasOverflowed() {
        boolean result = overflowed;
        overflowed = false;
        return result;
    }
}
