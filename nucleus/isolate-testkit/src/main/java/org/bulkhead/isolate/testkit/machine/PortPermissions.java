package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.vm.magic.Address;

/** The I/O permission bitmap in the task state segment that the nucleus keeps, as the processor reads it. (Intel SDM 1, 19.5.2.) */
final class PortPermissions {
    /** Where the nucleus's processor block has the bitmap. */
    private static final long BITMAP = 2 * 4096 + 104;

    private final long bitmap;

    PortPermissions(long processorBlock) {
        bitmap = processorBlock + BITMAP;
    }

    /** Returns whether ring 3 may touch a port. Needs the nucleus's view of memory. */
    boolean allows(int port) {
        return (Address.fromLong(bitmap).loadByte(port >> 3) >> (port & 7) & 1) == 0;
    }
}
