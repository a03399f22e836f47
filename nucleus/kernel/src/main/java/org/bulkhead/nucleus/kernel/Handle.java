package org.bulkhead.nucleus.kernel;

/** An entry of a handle table: what it names, and what its holder may do with that. */
public final class Handle {
    /** What a handle names. */
    public enum Kind {
        /** No handle. */
        NONE,
        /** An isolate; index 0 of every table is the isolate itself. */
        ISOLATE,
        /** A queue, held by its owner. */
        QUEUE,
        /** A queue, held by the isolate that serves it. */
        SERVED_QUEUE,
        /** The right to call or send into a queue, with credits. */
        CONNECTION,
        /** The right to set notification bits of an isolate; the mask is the datum. */
        NOTIFICATION,
        /** An interrupt line. */
        INTERRUPT,
        /** A range of I/O ports; the object is the range's index in the isolate. */
        PORTS
    }

    static final int INDEX_BITS = 8;

    /** Index in the table. */
    public final int index;
    public Kind kind = Kind.NONE;
    /** Rises whenever the entry is closed. */
    int generation;
    public KernelObject object;
    /** The generation that the object had when the handle was made. */
    int objectGeneration;
    public int rights;
    /** NOTIFICATION: mask of the bits; PORTS: the range's index in the isolate. */
    public long datum;

    Handle(int index) {
        this.index = index;
    }

    /** Returns the number by which the entry is named now. */
    public int number() {
        return generation << INDEX_BITS | index;
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
        return kind == Kind.CONNECTION || kind == Kind.NOTIFICATION;
    }
}
