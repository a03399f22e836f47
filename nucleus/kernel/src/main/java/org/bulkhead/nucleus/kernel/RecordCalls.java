package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.Ending;
import org.bulkhead.nucleus.kernel.hardware.KernelLog;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;

/** System calls about the log, the death records, and the machine as a whole. */
public record RecordCalls(KernelLog log, DeathRing deaths, Ending ending) {
    private static final long LOG_LIMIT = 4096;

    /** Every isolate: appends text to the log. Refuses: BAD_ARGUMENT: longer than 4096 bytes; BAD_ADDRESS. */
    long log(KernelThread thread, long address, long length) {
        AddressSpace space = thread.isolate.space;
        if (length < 0 || length > LOG_LIMIT) return Refusal.BAD_ARGUMENT;
        if (!space.prepare(address, length, AddressSpace.Access.READ)) return Refusal.of(space.failure());
        for (long i = 0; i < length; i++) log.put(Address.fromLong(space.resolve(address + i, AddressSpace.Access.READ)).loadByte());
        return 0;
    }

    /** Supervisors: copies text of the log from an offset counted from the start of time; what has been overwritten is skipped. Returns the offset behind the text. Refuses: BAD_ARGUMENT, BAD_ADDRESS. */
    long readLog(KernelThread thread, long offset, long address, long length) {
        AddressSpace space = thread.isolate.space;
        if (offset < 0 || length < 0 || length > LOG_LIMIT) return Refusal.BAD_ARGUMENT;
        if (!space.prepare(address, length, AddressSpace.Access.WRITE)) return Refusal.of(space.failure());
        long from = offset > log.start() ? offset : log.start();
        long count = 0;
        while (count < length && from + count < log.end()) {
            Address.fromLong(space.resolve(address + count, AddressSpace.Access.WRITE)).storeByte(log.at(from + count));
            count++;
        }
        return from + count;
    }

    /** Supervisors: copies the record of a death. Refuses: NO_SUCH_OBJECT: not yet, or overwritten; BAD_ADDRESS. */
    long death(KernelThread thread, long sequence, long address) {
        long record = deaths.record(sequence);
        if (record == 0) return Refusal.NO_SUCH_OBJECT;
        AddressSpace space = thread.isolate.space;
        if (!space.prepare(address, DeathRecord.SIZE, AddressSpace.Access.WRITE)) return Refusal.of(space.failure());
        space.copyOut(record, address, DeathRecord.SIZE);
        return 0;
    }

    /** Supervisors: ends or restarts the machine; does not return. Refuses: BAD_ARGUMENT: neither. */
    long machine(long how, long status) {
        log.flush();
        if (how == SystemCall.POWER_OFF) {
            ending.powerOff((int) status);
        } else if (how == SystemCall.RESTART) {
            ending.restart();
        }
        return Refusal.BAD_ARGUMENT;
    }
}
