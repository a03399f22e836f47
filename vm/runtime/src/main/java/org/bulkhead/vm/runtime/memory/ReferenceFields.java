package org.bulkhead.vm.runtime.memory;

import java.lang.ref.Reference;
import jdk.internal.misc.Unsafe;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.substitute.ReferenceQueueSubstitution;

/** Where {@code java.lang.ref.Reference} has what the collector needs; found out while the image is built. */
@NoStackProbe
final class ReferenceFields {
    private static final int REFERENT = offset("referent");
    private static final int QUEUE = offset("queue");
    private static final int DISCOVERED = offset("discovered");

    private ReferenceFields() {}

    private static int offset(String field) {
        return (int) Unsafe.getUnsafe().objectFieldOffset(Reference.class, field);
    }

    static void describe(References references) {
        references.describe(REFERENT, QUEUE, DISCOVERED, Magic.addressOf(ReferenceQueueSubstitution.none()));
    }
}
