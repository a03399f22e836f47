package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;

/** System calls of the isolate that has a DMA channel; its handle's first datum is where it sees the buffer, 0 until it has said that the device is reset. All refuse BAD_HANDLE, STALE_HANDLE, WRONG_KIND. */
public record DmaCalls(Pools pools) {
    /** Starts a transfer. Refuses: QUARANTINED; BAD_ARGUMENT: direction, or a range that is odd, empty or not in the buffer. */
    long start(KernelThread thread, long handle, long direction, long offset, long length) {
        Handle entry = thread.isolate.handles.find(handle, HandleKind.DMA, 0);
        if (entry == null) return thread.isolate.handles.refusal.result;
        if (entry.a == 0) return ErrorCode.QUARANTINED.result;
        boolean known = direction == SystemCall.DMA_TO_MEMORY || direction == SystemCall.DMA_FROM_MEMORY;
        boolean inside = offset >= 0 && length > 0 && offset <= entry.b && length <= entry.b - offset;
        if (!known || !inside || ((offset | length) & 1) != 0) return ErrorCode.BAD_ARGUMENT.result;
        pools.channels[entry.object.index].start(direction, offset, length);
        return 0;
    }

    /** Stops the transfer; returns the status register as it was. */
    long stop(KernelThread thread, long handle) {
        Handle entry = thread.isolate.handles.find(handle, HandleKind.DMA, 0);
        return entry == null ? thread.isolate.handles.refusal.result : pools.channels[entry.object.index].stop();
    }

    /** Ends the quarantine; returns where the buffer is. Refuses: NO_RESOURCE, NO_MEMORY. */
    long ready(KernelThread thread, long handle) {
        Handle entry = thread.isolate.handles.find(handle, HandleKind.DMA, 0);
        if (entry == null) return thread.isolate.handles.refusal.result;
        if (entry.a != 0) return entry.a;
        DmaChannel channel = pools.channels[entry.object.index];
        AddressSpace space = thread.isolate.space;
        if (!space.mapBuffer(Handle.window(entry.index), channel.memory, entry.b)) return space.refusal.result;
        channel.clear();
        entry.a = Handle.window(entry.index);
        return entry.a;
    }
}
