package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/**
 * What compiled nucleus code asks of its runtime. The nucleus is written so that none of it ever happens; should it happen all the same, an invariant is broken, and the machine stops with its name.
 *
 * <p>There is nothing here to allocate, throw, look through types, synchronise or initialise classes: nucleus code that would need it does not build.
 */
public final class NucleusCalls {

    private NucleusCalls() {}

    @EntryPoint
    static void throwArrayIndex(int index, int length) {
        Entry.KERNEL.log.broken(Text.of("an array index in the nucleus is out of bounds"));
    }

    /** A cast to a class compares in line and comes here only if it fails; the nucleus casts to no interface. */
    @EntryPoint
    static void checkCast(Object object, Address type) {
        Entry.KERNEL.log.broken(Text.of("an object in the nucleus is not of its type"));
    }

    @EntryPoint
    static void abstractCalled() {
        Entry.KERNEL.log.broken(Text.of("the nucleus called something that does not exist"));
    }
}
