package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;

/** An entry of a handle table: what it names, and what its holder may do with that. */
public final class Handle {
    static final int INDEX_BITS = 8;
    /** No notification bit. */
    static final int NO_BIT = -1;

    /** Index in the table. */
    public final int index;
    public HandleKind kind = HandleKind.NONE;
    /** Rises whenever the entry is closed. */
    int generation;
    public KernelObject object;
    /** The generation that the object had when the handle was made. */
    int objectGeneration;
    public int rights;
    /** What its holder has of the object: see the abi's HandleRecord. A connection itself has its credits; that of a window or of kept memory is the physical address here. */
    public long a;
    public long b;
    /** CONNECTION: notification bit that is set when a credit has come back, or {@link #NO_BIT}; neither copied nor moved with the handle. */
    int creditBit;

    Handle(int index) {
        this.index = index;
    }

    /** Returns the number by which the entry is named now. */
    public int number() {
        return generation << INDEX_BITS | index;
    }

    /** Returns where the handle at a place of the table shows memory to the isolate. */
    static long window(int index) {
        return AddressSpaceLayout.WINDOWS_START + index * AddressSpaceLayout.WINDOW_SIZE;
    }

    /** Returns whether the object has ended since the handle was made. */
    public boolean isStale() {
        return object.generation != objectGeneration;
    }

    /** Returns whether its holder has all the rights in {@code wanted}. */
    public boolean allows(int wanted) {
        return (rights & wanted) == wanted;
    }

    /** Returns whether it can be passed on; handles of other kinds are bound to their isolate. */
    public boolean isMovable() {
        return kind == HandleKind.CONNECTION || kind == HandleKind.NOTIFICATION || kind == HandleKind.MODULE;
    }
}
