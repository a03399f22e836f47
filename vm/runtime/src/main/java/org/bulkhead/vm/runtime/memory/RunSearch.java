package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/** Remembers from where on it is worth looking for a run of free lines, so that one collection's searches do not each begin at the bottom of the heap. */
@NoStackProbe
final class RunSearch {
    private Address from = Address.zero();
    /** No run of this length begins before {@link #from}. */
    private long bytes;

    RunSearch() {}

    /** Forgets everything; writes nothing if nothing was known, so a program that never looked has no page for it. */
    void restart() {
        if (!from.isZero()) {
            from = Address.zero();
            bytes = 0;
        }
    }

    /** Returns where to begin to look for a run of {@code wanted} bytes; {@code cursor} is the lowest line that there is. */
    Address from(long wanted, Address cursor) {
        return wanted >= bytes && cursor.below(from) ? from : cursor;
    }

    /** Notes that the first run of {@code wanted} bytes ends at {@code to}, or that there is none before it. */
    void found(long wanted, Address to) {
        if (wanted >= bytes || to.atLeast(from)) {
            from = to;
            bytes = wanted;
        }
    }
}
