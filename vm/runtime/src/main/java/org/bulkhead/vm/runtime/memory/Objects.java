package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.StatusWord;
import org.bulkhead.vm.runtime.types.Hubs;

/** Sizes and identity hashes of objects, by address. No method allocates; all may be called in any context. */
@NoStackProbe
public final class Objects {
    private static final int HASH_SHIFT = 3;

    private Objects() {}

    /** Returns the bytes the object occupies, a stored identity hash not counted. */
    public static long bareSize(Address object, Address hub) {
        if (Hubs.isArray(hub)) {
            long elements = (long) object.loadInt(ObjectLayout.ARRAY_LENGTH) << Hubs.logElementSize(hub);
            return ObjectLayout.align(Hubs.arrayBase(hub) + elements);
        }
        return Hubs.instanceSize(hub);
    }

    /** Returns the bytes the object occupies, all included. */
    public static long size(Address object) {
        long bare = bareSize(object, Hubs.of(object));
        return hashState(object) == StatusWord.HASH_STORED ? bare + StatusWord.HASH_BYTES : bare;
    }

    @Inline
    static int hashState(Address object) {
        return object.loadInt(ObjectLayout.STATUS) & StatusWord.HASH_MASK;
    }

    static int hashOfAddress(Address object) {
        return (int) (object.toLong() >>> HASH_SHIFT);
    }

    /** Returns the identity hash of the object, which is not negative; the same for its whole life, wherever it moves. */
    public static int identityHash(Address object) {
        int status = object.loadInt(ObjectLayout.STATUS);
        switch (status & StatusWord.HASH_MASK) {
            case StatusWord.HASH_STORED:
                return object.plus(bareSize(object, Hubs.of(object))).loadInt();
            case StatusWord.HASHED:
                return hashOfAddress(object);
            default:
                object.storeInt(status | StatusWord.HASHED, ObjectLayout.STATUS);
                return hashOfAddress(object);
        }
    }
}
