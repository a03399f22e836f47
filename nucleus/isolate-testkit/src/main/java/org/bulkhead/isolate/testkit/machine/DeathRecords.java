package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.vm.magic.Address;

/** Text in the nucleus's records. */
public final class DeathRecords {
    private DeathRecords() {}

    /** Returns the name of the isolate whose thread's machine state is at {@code context}. */
    static String nameOf(long context) {
        return text(Address.fromLong(context + ThreadContext.RECORD + IsolateRecord.NAME), IsolateRecord.NAME_SIZE);
    }

    /** Returns the Latin-1 text of at most {@code limit} bytes at an address that a zero byte ends earlier. */
    public static String text(Address at, int limit) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < limit && at.loadByte(i) != 0; i++) {
            text.append((char) (at.loadByte(i) & 0xFF));
        }
        return text.toString();
    }
}
