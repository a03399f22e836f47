package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;

/**
 * What a handle names.
 *
 * @param kind {@link HandleKind#NONE} for an empty place of a table
 * @param rights bits of {@link org.bulkhead.nucleus.abi.Rights}
 * @param object place of the object in its pool; of a connection, that of its queue
 * @param gone whether the object has ended
 * @param a first datum, see {@link HandleRecord}
 * @param b second datum, see {@link HandleRecord}
 * @param number by which its isolate names it in system calls
 */
public record HandleInfo(HandleKind kind, int rights, int object, boolean gone, long a, long b, int number) {
    private static final HandleKind[] KINDS = HandleKind.values();

    static HandleInfo of(RawBuffer record) {
        return new HandleInfo(KINDS[Records.number(record, HandleRecord.KIND)], Records.number(record, HandleRecord.RIGHTS), Records.number(record, HandleRecord.OBJECT), Records.number(record, HandleRecord.STALE) != 0,
            Records.field(record, HandleRecord.A), Records.field(record, HandleRecord.B), Records.number(record, HandleRecord.NUMBER));
    }
}
