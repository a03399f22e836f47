package org.bulkhead.isolate.testkit;

import org.bulkhead.isolate.testkit.machine.DeathRecords;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.vm.magic.Address;

/**
 * The death of an isolate as the nucleus has recorded it.
 *
 * @param name of the isolate
 * @param incarnation that died, 0 for the first
 * @param reason why
 * @param detail what the reason says it is: an exit status, an address
 * @param operation of the request that it served, or -1
 * @param text what the isolate's runtime had to say, e.g. the exception; empty if nothing
 * @param uncaught the exception itself, with its stack trace on HotSpot; null if none
 */
public record Death(String name, int incarnation, DeathReason reason, long detail, int operation, String text, Throwable uncaught) {
    static Death read(long address, Throwable uncaught) {
        Address record = Address.fromLong(address);
        String text = DeathRecords.text(record.plus(DeathRecord.TEXT), record.loadInt(DeathRecord.TEXT_LENGTH));
        return new Death(DeathRecords.text(record.plus(DeathRecord.RECORD + IsolateRecord.NAME), 16), record.loadInt(DeathRecord.RECORD + IsolateRecord.INCARNATION), DeathReason.values()[record.loadInt(DeathRecord.REASON)],
            record.loadLong(DeathRecord.DETAIL), record.loadInt(DeathRecord.OPERATION), text, uncaught);
    }

    /** Returns one line: {@code ata0[1] died: WILD_ACCESS, detail 0x66660000, serving operation 2}. */
    @Override
    public String toString() {
        return name + '[' + incarnation + "] died: " + reason + ", detail 0x" + Long.toHexString(detail) + (operation < 0 ? "" : ", serving operation " + operation)
            + (text.isEmpty() ? "" : ": " + text);
    }
}
