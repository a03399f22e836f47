package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/**
 * The objects that a collection has reached and not yet looked into, 4 bytes each.
 *
 * <p>Of a long array only a part is looked into at a time: it comes back as two entries, an index below the address with bit 0 set. Memory is touched only as deep as the stack was. When it is full,
 * an object is forgotten here, and found again by its mark and by its block's flag {@link HeapTables#OVERFLOWED}.
 */
@NoStackProbe
final class MarkStack {
    /** Set in the address of an array of which a part is left. */
    static final int PART = 1;

    private final HeapTables tables;
    private Address bottom = Address.zero();
    private Address limit = Address.zero();
    private Address next = Address.zero();
    private boolean overflowed;

    MarkStack(HeapTables tables) {
        this.tables = tables;
    }

    /** Empties the stack. */
    void start() {
        bottom = tables.stackStart();
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

    /** Returns whether an object was forgotten since the last time this was asked. */
    boolean wasOverflowed() {
        boolean result = overflowed;
        overflowed = false;
        return result;
    }
}
