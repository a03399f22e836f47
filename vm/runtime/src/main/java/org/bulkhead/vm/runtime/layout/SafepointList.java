package org.bulkhead.vm.runtime.layout;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/** Reads a method's list of safepoints (see {@link CodeTableLayout}). Does not allocate; may be called in any context. */
@NoStackProbe
public final class SafepointList {
    private SafepointList() {}

    /** Returns the address of the slot map of the safepoint at exactly that pc offset, or 0 if there is none; {@code list} may be 0. */
    public static Address slotMap(Address list, int pcOffset) {
        if (list.isZero()) {
            return Address.zero();
        }
        int offset = 0;
        int left = PackedNumbers.value(list);
        for (Address at = PackedNumbers.next(list); left > 0; left--) {
            offset += PackedNumbers.value(at);
            at = PackedNumbers.next(at);
            if (offset >= pcOffset) {
                return offset == pcOffset ? at : Address.zero();
            }
            at = PackedNumbers.next(at);
        }
        return Address.zero();
    }
}
