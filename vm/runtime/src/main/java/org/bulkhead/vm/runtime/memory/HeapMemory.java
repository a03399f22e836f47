package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;

/** The heap's surroundings: where it gets its pages from, and who wants to know about collections. No method allocates objects. */
public interface HeapMemory {
    /** Maps zeroed memory at exactly {@code start} for {@code bytes} bytes, both multiples of the page size; returns whether there was enough. */
    boolean map(Address start, long bytes);

    /** Gives back the pages from {@code start} on, mapped before; when touched again, they are zero. */
    void release(Address start, long bytes);

    /** Returns nanoseconds since some fixed moment. */
    long nanoTime();

    /** Is told of each collection, when it is over. */
    void collected(CollectionFigures figures);
}
