package org.bulkhead.isolate.message;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;

/** Memory that the caller of a request lent to its server. It is gone with the reply, the deadline, or the death of either side; touching it then throws. */
public final class Lease implements Bulk {
    private final long token;
    private final int index;
    private final int length;

    /** Makes the view of lease number {@code index} of the request with {@code token}; the caller says it is {@code length} bytes long, and the nucleus knows. */
    public Lease(long token, int index, int length) {
        this.token = token;
        this.index = index;
        this.length = length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void put(int offset, RawBuffer from, int start, int bytes) {
        check(Nucleus.tryLeaseWrite(token, index, offset, from.address(start, bytes), bytes));
    }

    @Override
    public void get(int offset, RawBuffer into, int start, int bytes) {
        check(Nucleus.tryLeaseRead(token, index, offset, into.address(start, bytes), bytes));
    }

    private void check(long result) {
        if (result < 0) {
            throw new LeaseException("lease " + index + " of " + length + " bytes: " + Nucleus.error(result));
        }
    }
}
