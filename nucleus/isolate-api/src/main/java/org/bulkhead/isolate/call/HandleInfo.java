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
 */
public record HandleInfo(HandleKind kind, int rights, int object, boolean gone, long a, long b) {
    private static final HandleKind[] KINDS = HandleKind.values();

    static HandleInfo of(RawBuffer record) {
        return new HandleInfo(KINDS[record.intAt(HandleRecord.KIND)], record.intAt(HandleRecord.RIGHTS), record.intAt(HandleRecord.OBJECT), record.intAt(HandleRecord.STALE) != 0,
            record.longAt(HandleRecord.A), record.longAt(HandleRecord.B));
    }
}
