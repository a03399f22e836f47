package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.vm.magic.Address;

/** The I/O permission bitmap in the task state segment that the nucleus keeps, as the processor reads it. (Intel SDM 1, 19.5.2.) */
final class PortPermissions {
    /** Where the nucleus's processor block has the descriptor of the task state segment, whose first 16 bits are its limit. */
    private static final long DESCRIPTOR = 64 + 0x30;
    /** Where it has the segment itself. */
    private static final long TASK_STATE = 2 * 4096;
    /** Where in the segment the offset of the bitmap is. */
    private static final int BITMAP_BASE = 102;

    private final long processorBlock;

    PortPermissions(long processorBlock) {
        this.processorBlock = processorBlock;
    }

    /** Returns whether ring 3 may touch a port: the bitmap may lie beyond the segment's end, which forbids all. Needs the nucleus's view of memory. */
    boolean allows(int port) {
        Address taskState = Address.fromLong(processorBlock + TASK_STATE);
        int at = taskState.loadChar(BITMAP_BASE) + (port >> 3);
        return at < Address.fromLong(processorBlock + DESCRIPTOR).loadChar() && (taskState.loadByte(at) >> (port & 7) & 1) == 0;
    }
}
