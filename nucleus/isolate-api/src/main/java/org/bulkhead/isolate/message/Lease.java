package org.bulkhead.isolate.message;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawMemory;

/**
 * Memory that the caller of a request lent to its server, as the server sees it. It is gone with the reply, the deadline, or the death of either side; touching it then throws
 * {@link LeaseException}, which ends the request and not the server.
 *
 * <p>Buffers to copy to and from must be over raw memory: see {@link RawMemory#allocateBuffer}.
 */
public final class Lease {
    private final long token;
    private final int index;
    private final int length;

    /**
     * Makes the view of lease number {@code index} of the request with {@code token}; the caller says it is {@code length} bytes long, and the nucleus knows.
     *
     * @param token of the request, as {@link Message#token} has it
     * @param index number of the lease among those of the request, from 0 on
     * @param length in bytes
     */
    public Lease(long token, int index, int length) {
        this.token = token;
        this.index = index;
        this.length = length;
    }

    /** {@return the number of bytes} */
    public int length() {
        return length;
    }

    /**
     * Copies the remaining bytes of {@code from}, up to its limit, to {@code offset} of the lent memory, which must be lent for writing.
     *
     * @param offset in bytes from the start of the lent memory
     * @param from a buffer over raw memory; its position moves to its limit
     * @throws LeaseException if the memory is lent no more, or was not lent for writing
     * @throws IndexOutOfBoundsException if the bytes do not all lie in the lent memory
     * @throws IllegalArgumentException if the buffer is on the Java heap
     */
    public void write(int offset, ByteBuffer from) {
        Objects.checkFromIndexSize(offset, from.remaining(), length);
        check(Nucleus.tryLeaseWrite(token, index, offset, RawMemory.addressOf(from), from.remaining()));
        from.position(from.limit());
    }

    /**
     * Fills {@code into}, up to its limit, with the lent memory from {@code offset} on, which must be lent for reading.
     *
     * @param offset in bytes from the start of the lent memory
     * @param into a buffer over raw memory; its position moves to its limit
     * @throws LeaseException if the memory is lent no more, or was not lent for reading
     * @throws IndexOutOfBoundsException if the bytes do not all lie in the lent memory
     * @throws IllegalArgumentException if the buffer is on the Java heap
     */
    public void read(int offset, ByteBuffer into) {
        Objects.checkFromIndexSize(offset, into.remaining(), length);
        check(Nucleus.tryLeaseRead(token, index, offset, RawMemory.addressOf(into), into.remaining()));
        into.position(into.limit());
    }

    private void check(long result) {
        if (result < 0) {
            throw new LeaseException("lease " + index + " of " + length + " bytes: " + Nucleus.error(result));
        }
    }
}
