package org.bulkhead.isolate.message;

import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.vm.magic.Magic;

/** Memory of this isolate that it lends to the servers it calls; in the hands of a server it is a {@link Lease}. */
public final class LentBuffer implements Bulk {
    private final RawBuffer memory;

    private LentBuffer(RawBuffer memory) {
        this.memory = memory;
    }

    /** Returns a new zeroed buffer of {@code length} bytes; it can never be freed. */
    public static LentBuffer allocate(int length) {
        return new LentBuffer(RawBuffer.allocate(length));
    }

    /** Returns the first {@code length} bytes of this buffer as a buffer of their own, which shares its memory. */
    public LentBuffer first(int length) {
        return new LentBuffer(memory.first(length));
    }

    /** Returns the memory itself. */
    public RawBuffer memory() {
        return memory;
    }

    @Override
    public int length() {
        return memory.length();
    }

    @Override
    public void put(int offset, RawBuffer from, int start, int bytes) {
        Magic.copy(from.address(start, bytes), memory.address(offset, bytes), bytes);
    }

    @Override
    public void get(int offset, RawBuffer into, int start, int bytes) {
        Magic.copy(memory.address(offset, bytes), into.address(start, bytes), bytes);
    }
}
