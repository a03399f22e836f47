package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.Uninterruptible;
import org.bulkhead.vm.runtime.platform.PlatformHolder;
import org.bulkhead.vm.runtime.types.Hubs;

/** Finds the handler of an exception and continues there. */
@Uninterruptible(reason = "it holds addresses of objects, which a collection would move")
public final class Unwinder {
    private Unwinder() {}

    /** Continues at the innermost handler, in the callers of this method, that catches {@code exception}, which is not null. Allocates nothing. */
    @NeverReturns
    public static void raise(Object exception) {
        Address thrown = Hubs.of(exception);
        Address callee = Magic.framePointer();
        // Zero is no method: the innermost pc is always that of a call.
        Address calleeEntry = Address.zero();
        for (Address pc = callee.loadAddress(Long.BYTES); !pc.isZero(); pc = callee.loadAddress(Long.BYTES)) {
            Address frame = callee.loadAddress(0);
            Address place = Faults.isFaultMethod(calleeEntry) ? pc : pc.minus(1);
            Address entry = CodeTable.find(place);
            if (entry.isZero()) {
                PlatformHolder.platform().fatal("an exception met a frame of no known method", pc, frame);
            }
            Address handler = CodeTable.handler(entry, place, thrown);
            if (!handler.isZero()) {
                Magic.jump(handler, frame, frame.minus(CodeTable.frameSize(entry)), exception);
            }
            callee = frame;
            calleeEntry = entry;
        }
        PlatformHolder.platform().fatal("an exception was not caught by the program's entry point", Address.zero(), thrown);
    }
}
