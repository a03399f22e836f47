package org.bulkhead.nucleus.kernel;

/** What a handle can name; one that is served is in its server's list. An object that ends raises its generation, which makes every handle to it stale, wherever it is. */
public class KernelObject extends OrderedList.Link {
    /** Index in its pool. */
    public final int index;
    /** Rises when the object ends. */
    public int generation = 1;
    /** Handles that name it, in tables and in messages on their way. */
    public int references;

    KernelObject(int index) {
        this.index = index;
    }

    /** Returns whether its pool may give it away. */
    boolean isFree() {
        return false;
    }

    /** A reference is gone: ends the object if it is one that lasts for as long as somebody refers to it, and that was the last. */
    void endIfUnused() {}
}
