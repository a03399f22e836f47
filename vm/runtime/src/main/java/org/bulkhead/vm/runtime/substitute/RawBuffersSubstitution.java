package org.bulkhead.vm.runtime.substitute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bulkhead.vm.magic.Address;

/** Real memory instead of a simulated one. */
@Substitutes("org.bulkhead.vm.magic.RawBuffers")
final class RawBuffersSubstitution {
    private static final String MEMORY = "a direct buffer over the address";

    private RawBuffersSubstitution() {}

    @Replace(reason = MEMORY)
    public static ByteBuffer at(Address start, int bytes) {
        return ((ByteBuffer) (Object) new DirectBuffer(start.toLong(), bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Replace(reason = MEMORY)
    public static Address addressOf(ByteBuffer buffer) {
        return buffer.isDirect() ? Address.fromLong(((AnyBuffer) (Object) buffer).address) : Address.zero();
    }

    /** Names the constructor that takes an address. */
    @Substitutes("java.nio.DirectByteBuffer")
    static final class DirectBuffer {
        @Alias DirectBuffer(long address, int capacity) {}
    }

    /** Names the field with the address of index 0. */
    @Substitutes("java.nio.Buffer")
    static final class AnyBuffer {
        @Alias long address;

        private AnyBuffer() {}
    }
}
