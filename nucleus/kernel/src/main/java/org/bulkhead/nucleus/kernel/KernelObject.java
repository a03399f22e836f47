package org.bulkhead.nucleus.kernel;

/** What a handle can name; one that is served is in its server's list. An object that ends raises its generation, which makes every handle to it stale, wherever it is. */
public class KernelObject extends OrderedList.Link {
    /** Index in its pool. */
    public final int index;
    /** Rises when the object ends. */
    public int generation = 1;

    KernelObject(int index) {
        this.index = index;
    }

    /** Returns whether its pool may give it away. */
    boolean isFree() {
        return false;
    }
}
