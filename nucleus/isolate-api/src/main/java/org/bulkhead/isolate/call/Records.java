package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.IsolateStatus;

/** The buffer in which the nucleus leaves a record that is read at once. */
final class Records {
    private Records() {}

    /** Returns the buffer, large enough for any record of status. */
    static RawBuffer buffer() {
        IsolateState state = IsolateState.current();
        if (state.record == null) {
            state.record = RawBuffer.allocate(IsolateStatus.SIZE);
        }
        return state.record;
    }

    static long address() {
        return buffer().address(0, IsolateStatus.SIZE).toLong();
    }
}
