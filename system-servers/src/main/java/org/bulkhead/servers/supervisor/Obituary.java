package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.OperationCode;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;

/** Reads one record of a death, as it lies in memory now. */
final class Obituary {
    private static final DeathReason[] REASONS = DeathReason.values();
    private static final int NAME_SIZE = 16;
    private static final int RIP = 16;

    private final RawBuffer deathRecord;

    Obituary(RawBuffer deathRecord) {
        this.deathRecord = deathRecord;
    }

    String name() {
        return deathRecord.text(DeathRecord.RECORD + IsolateRecord.NAME, NAME_SIZE);
    }

    int incarnation() {
        return deathRecord.intAt(DeathRecord.RECORD + IsolateRecord.INCARNATION);
    }

    DeathReason reason() {
        return REASONS[deathRecord.intAt(DeathRecord.REASON)];
    }

    long detail() {
        return deathRecord.longAt(DeathRecord.DETAIL);
    }

    /** Returns whether the isolate ended by itself with status 0, or when another version had taken its place. */
    boolean isOrderly() {
        return reason() == DeathReason.REPLACED || reason() == DeathReason.EXIT && detail() == 0;
    }

    DeathInfo info() {
        return new DeathInfo(name(), incarnation(), reason(), detail(), deathRecord.longAt(DeathRecord.FAULT_TICKS),
            deathRecord.longAt(DeathRecord.SERVICE_TICKS));
    }

    /** Returns the line for people: who died of what, where. */
    String headline() {
        StringBuilder line = new StringBuilder(name()).append('[').append(incarnation());
        if (isOrderly()) {
            return line.append(reason() == DeathReason.REPLACED ? "] was replaced" : "] ended").toString();
        }
        line.append("] died: ").append(reason().name());
        switch (reason()) {
            case EXIT -> line.append(" with status ").append(detail());
            case WILD_ACCESS -> line.append(" at 0x").append(Long.toHexString(detail()));
            default -> {
                int length = Math.min(deathRecord.intAt(DeathRecord.TEXT_LENGTH), DeathRecord.TEXT_SIZE);
                if (length > 0) {
                    line.append(": ").append(deathRecord.text(DeathRecord.TEXT, length));
                }
            }
        }
        int operation = deathRecord.intAt(DeathRecord.OPERATION);
        if (operation >= 0) {
            line.append(", serving operation ").append(OperationCode.number(operation));
        }
        return line.append(", pc 0x").append(Long.toHexString(deathRecord.longAt(DeathRecord.REGISTERS + RIP * Long.BYTES))).toString();
    }

    /** Returns the return addresses in one line, empty if there are none. */
    String stack() {
        StringBuilder line = new StringBuilder();
        int count = Math.min(deathRecord.intAt(DeathRecord.STACK_COUNT), DeathRecord.STACK_LIMIT);
        for (int i = 0; i < count; i++) {
            line.append(" 0x").append(Integer.toHexString(deathRecord.intAt(DeathRecord.STACK + i * Integer.BYTES)));
        }
        return line.toString();
    }
}
