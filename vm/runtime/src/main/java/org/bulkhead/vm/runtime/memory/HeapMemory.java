package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;

/** Where the heap gets its pages from. */
public interface HeapMemory {
    /** Maps zeroed memory at exactly {@code start} for {@code bytes} bytes, both multiples of the page size; returns whether there was enough. Does not allocate objects. */
    boolean map(Address start, long bytes);

    /** Ends the program: memory ran out in the middle of a collection. Never returns. */
    void exhausted();
}
