package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls about the machine as a whole: its time, its log, its end. */
public record MachineCalls(Hardware hardware, Clock clock, KernelLog kernelLog, Pools pools) {
    private static final long LOG_LIMIT = Window.PAGE;

    /** Every isolate: appends text to the log. Refuses: BAD_ARGUMENT: longer than 4096 bytes; BAD_ADDRESS; NO_RESOURCE; NO_MEMORY. */
    long log(KernelThread thread, long address, long length) {
        AddressSpace space = thread.isolate.space;
        if (length < 0 || length > LOG_LIMIT) return ErrorCode.BAD_ARGUMENT.result;
        if (!space.copyIn(address, pools.scratch, length)) return space.refusal.result;
        for (long i = 0; i < length; i++) {
            kernelLog.put(Address.fromLong(pools.scratch).loadByte((int) i));
        }
        return 0;
    }

    /**
     * Supervisors: copies text of the log from an offset counted from the start of time; what has been overwritten is skipped. Returns the offset behind the text.
     * Refuses: BAD_ARGUMENT, BAD_ADDRESS, NO_RESOURCE, NO_MEMORY.
     */
    long readLog(KernelThread thread, long offset, long address, long length) {
        AddressSpace space = thread.isolate.space;
        if (offset < 0 || length < 0 || length > LOG_LIMIT) return ErrorCode.BAD_ARGUMENT.result;
        long from = Math.max(offset, kernelLog.start());
        long count = Math.max(0, Math.min(length, kernelLog.end - from));
        for (int i = 0; i < count; i++) {
            Address.fromLong(pools.scratch).storeByte(kernelLog.at(from + i), i);
        }
        return space.copyOut(pools.scratch, address, count) ? from + count : space.refusal.result;
    }

    /** Supervisors: ends or restarts the machine; does not return. Refuses: BAD_ARGUMENT: neither. */
    long end(long how, long status) {
        kernelLog.flush();
        if (how == SystemCall.POWER_OFF) {
            hardware.powerOff((int) status);
        } else if (how == SystemCall.RESTART) {
            hardware.restart();
        }
        return ErrorCode.BAD_ARGUMENT.result;
    }
}
