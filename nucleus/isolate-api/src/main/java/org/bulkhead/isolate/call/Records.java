package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.IsolateStatus;

/** The buffer in which the nucleus leaves a record that is read at once. */
final class Records {
    private static RawBuffer buffer;

    private Records() {}

    /** Returns the buffer, large enough for any record of status. */
    static RawBuffer buffer() {
        if (buffer == null) {
            buffer = RawBuffer.allocate(IsolateStatus.SIZE);
        }
        return buffer;
    }

    static long address() {
        return buffer().address(0, IsolateStatus.SIZE).toLong();
    }

    static void reset() {
        buffer = null;
    }
}
