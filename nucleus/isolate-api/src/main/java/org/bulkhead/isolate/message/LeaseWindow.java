package org.bulkhead.isolate.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawMemory;

/**
 * Where a generated dispatcher shows its implementation memory that a caller lent, as a {@link ByteBuffer}: the caller's own pages if the lease is made of whole ones, otherwise memory of the
 * dispatcher, filled before ({@code READ}) or copied back afterwards ({@code WRITE}). One for each place in a message; a request has it from {@link #open} until {@link #close}.
 */
public final class LeaseWindow {
    private static final int PAGE = 4096;

    private final int index;
    /** Memory for leases that cannot be mapped. Taken at once, so that no client can be the one for whom it is missing; pages come when they are touched. */
    private final ByteBuffer stage;
    /** What is to be copied back, or null. */
    private Lease pending;
    private int length;

    /**
     * Makes the window for lease number {@code index} of a message, at most {@code capacity} bytes.
     *
     * @param index number of the lease among those of a message, from 0 on
     * @param capacity most bytes that one request lends there
     */
    public LeaseWindow(int index, int capacity) {
        this.index = index;
        stage = RawMemory.allocateBuffer(capacity);
    }

    /**
     * {@return the lent memory, little-endian: position 0, limit {@code bytes}} What a {@code WRITE} lease holds before the server writes is not defined.
     *
     * @param token of the request
     * @param bytes how many the caller says it lends, 0 to the capacity
     * @param access what the server is to do with it
     * @throws LeaseException if it is not there, or not lent that way
     */
    public ByteBuffer open(long token, int bytes, LeaseAccess access) {
        pending = null;
        length = bytes;
        if (bytes > 0 && bytes % PAGE == 0) {
            long mapped = Nucleus.tryLeaseMap(token, index, access.kind, bytes);
            if (mapped >= 0) {
                return RawMemory.bufferAt(mapped, bytes);
            }
        }
        ByteBuffer shown = stage.slice(0, bytes).order(ByteOrder.LITTLE_ENDIAN);
        Lease lease = new Lease(token, index, bytes);
        switch (access) {
            case READ -> lease.read(0, shown.duplicate());
            case WRITE -> {
                // Nobody gets to see what another caller's request left here.
                RawMemory.clear(shown);
                pending = lease;
            }
        }
        return shown;
    }

    /** Ends the use of the lent memory; what was written arrives at the caller. Throws {@link LeaseException} if it is gone, or was not lent for writing. */
    public void close() {
        if (pending != null) {
            pending.write(0, stage.slice(0, length));
            pending = null;
        }
    }
}
