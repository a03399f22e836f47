package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.IsolateStatus;

/** The buffer in which the nucleus leaves a record that is read at once: 64 bits for each constant of the record's enum. */
final class Records {
    /** Bytes of the largest record, that of an isolate. */
    private static final int SIZE = offset(IsolateStatus.NAME) + IsolateRecord.NAME_SIZE;

    private Records() {}

    /** Returns the buffer, large enough for any record of status. */
    static RawBuffer buffer() {
        IsolateState state = IsolateState.current();
        if (state.record == null) {
            state.record = RawBuffer.allocate(SIZE);
        }
        return state.record;
    }

    static long address() {
        return buffer().address(0, SIZE).toLong();
    }

    /** Returns where a field begins in its record. */
    static int offset(Enum<?> field) {
        return field.ordinal() * Long.BYTES;
    }

    /** Returns a field of a record. */
    static long field(RawBuffer record, Enum<?> field) {
        return record.longAt(offset(field));
    }

    /** Returns a field of a record, which is a number of 32 bits. */
    static int number(RawBuffer record, Enum<?> field) {
        return (int) record.longAt(offset(field));
    }
}
