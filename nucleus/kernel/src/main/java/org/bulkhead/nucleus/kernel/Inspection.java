package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls that tell what is there: to every isolate of its own handles, to supervisors of everything. Each fills one record and copies it out; nothing changes. */
public record Inspection(Hardware hardware, Clock clock, InterruptController controller, PageFrames memory, Pools pools, Trace trace) {
    /** An index of INSPECT_HANDLE is the isolate's place times this, and the handle's. */
    private static final int LOG_HANDLES = 8;

    /** Every isolate: tells what one of its handles names. Refuses: BAD_HANDLE, STALE_HANDLE (closed; of an object that is gone it tells); BAD_ADDRESS, NO_RESOURCE, NO_MEMORY. */
    long handleInfo(KernelThread thread, long handle, long address) {
        HandleTable table = thread.isolate.handles;
        Handle entry = table.find(handle);
        return entry == null ? table.refusal.result : copyOut(thread, fillHandle(clear(), thread.isolate, entry), address);
    }

    /** Supervisors: tells about the isolate at an index of the pool; free ones have state 0. Refuses: NO_SUCH_OBJECT beyond the last; BAD_ADDRESS; NO_RESOURCE; NO_MEMORY. */
    long status(KernelThread thread, long index, long address) {
        if (index < 0 || index >= Pools.ISOLATES) return ErrorCode.NO_SUCH_OBJECT.result;
        return copyOut(thread, fillIsolate(clear(), pools.isolates[(int) index]), address);
    }

    /** Supervisors: tells about one object of a kind. Refuses: BAD_ARGUMENT: no such kind; NO_SUCH_OBJECT beyond the last; BAD_ADDRESS; NO_RESOURCE; NO_MEMORY. */
    long inspect(KernelThread thread, long what, long index, long address) {
        if (what < SystemCall.INSPECT_QUEUE || what > SystemCall.INSPECT_TRACE) return ErrorCode.BAD_ARGUMENT.result;
        int size = index < 0 ? 0 : fill(clear(), (int) what, index);
        return size == 0 ? ErrorCode.NO_SUCH_OBJECT.result : copyOut(thread, size, address);
    }

    private Address clear() {
        Address record = Address.fromLong(pools.scratch);
        Magic.clear(record, IsolateStatus.SIZE);
        return record;
    }

    private long copyOut(KernelThread thread, int size, long address) {
        return thread.isolate.space.copyOut(pools.scratch, address, size) ? 0 : thread.isolate.space.refusal.result;
    }

    /** Fills the record of the object, and returns its size; 0 if there is no such object. */
    private int fill(Address record, int what, long index) {
        long isolate = index >>> LOG_HANDLES;
        int place = (int) (index & (1 << LOG_HANDLES) - 1);
        return switch (what) {
            case SystemCall.INSPECT_QUEUE -> index < Pools.QUEUES ? fillQueue(record, pools.queues[place]) : 0;
            case SystemCall.INSPECT_LINE -> index < InterruptController.LINES ? fillLine(record, pools.lines[place]) : 0;
            case SystemCall.INSPECT_MEMORY -> index == 0 ? fillMemory(record) : 0;
            case SystemCall.INSPECT_TRACE -> fillEvent(record, trace.record(index));
            default -> isolate < Pools.ISOLATES && place < HandleTable.SIZE ? fillHandle(record, pools.isolates[(int) isolate], pools.isolates[(int) isolate].handles.entries[place]) : 0;
        };
    }

    /** Stores four values in fields of 32 bits that follow each other. */
    private static void store(Address record, int first, int a, int b, int c, int d) {
        record.storeInt(a, first);
        record.storeInt(b, first + Integer.BYTES);
        record.storeInt(c, first + 2 * Integer.BYTES);
        record.storeInt(d, first + 3 * Integer.BYTES);
    }

    private static int place(Isolate isolate) {
        return isolate == null ? -1 : isolate.index;
    }

    private int fillIsolate(Address status, Isolate isolate) {
        store(status, IsolateStatus.GENERATION, isolate.generation, isolate.incarnation, isolate.state.ordinal(), isolate.rank);
        if (isolate.state == Isolate.State.FREE) return IsolateStatus.SIZE;
        int owned = 0;
        for (InterruptLine line : pools.lines) {
            owned |= line.owner == isolate ? 1 << line.index : 0;
        }
        Magic.copy(Address.fromLong(isolate.thread.context + ThreadContext.RECORD + IsolateRecord.NAME), status.plus(IsolateStatus.NAME), IsolateRecord.NAME_SIZE);
        status.storeInt(isolate.space.pages, IsolateStatus.PAGES);
        status.storeInt(isolate.space.quota, IsolateStatus.PAGE_QUOTA);
        status.storeLong(isolate.usedInAll, IsolateStatus.TICKS);
        store(status, IsolateStatus.HANDLES, isolate.handles.used, isolate.thread.basePriority, isolate.ports(), owned);
        store(status, IsolateStatus.OVERRUNS, isolate.overruns, isolate.refusals, isolate.thread.priority, isolate.thread.state.ordinal());
        return IsolateStatus.SIZE;
    }

    private int fillQueue(Address status, MessageQueue queue) {
        store(status, QueueStatus.CAPACITY, queue.capacity, queue.generation, place(queue.owner), place(queue.server));
        status.storeInt(queue.rank, QueueStatus.RANK);
        status.storeInt(queue.reserved, QueueStatus.RESERVED);
        status.storeLong(queue.arrivals, QueueStatus.MESSAGES);
        fillList(status, queue.queued, QueueStatus.QUEUED, QueueStatus.QUEUED_AGE);
        fillList(status, queue.inService, QueueStatus.IN_SERVICE, QueueStatus.SERVICE_AGE);
        return QueueStatus.SIZE;
    }

    private void fillList(Address status, OrderedList<MessageSlot> list, int count, int age) {
        long now = hardware.timestamp();
        long oldest = now;
        for (MessageSlot slot = list.first(); slot != null; slot = list.after(slot)) {
            oldest = Math.min(oldest, slot.since);
            status.storeInt(status.loadInt(count) + 1, count);
        }
        status.storeLong(clock.nanoseconds(now - oldest), age);
    }

    private int fillLine(Address status, InterruptLine line) {
        store(status, LineStatus.OWNER, place(line.owner), line.bit, controller.isMasked(line.index) ? 1 : 0, 0);
        status.storeLong(line.count, LineStatus.COUNT);
        return LineStatus.SIZE;
    }

    private int fillMemory(Address status) {
        long frames = memory.free();
        int isolates = 0;
        for (Isolate isolate : pools.isolates) {
            frames += isolate.space.pages;
            isolates += isolate.state == Isolate.State.FREE ? 1 : 0;
        }
        int queues = 0;
        for (MessageQueue queue : pools.queues) {
            queues += queue.owner == null ? 1 : 0;
        }
        int connections = 0;
        for (Connection connection : pools.connections) {
            connections += connection.isFree() ? 1 : 0;
        }
        status.storeLong(frames, MemoryStatus.FRAMES);
        status.storeLong(memory.free(), MemoryStatus.FREE_FRAMES);
        store(status, MemoryStatus.FREE_ISOLATES, isolates, queues, pools.freeSlotCount, connections);
        return MemoryStatus.SIZE;
    }

    private static int fillEvent(Address record, long event) {
        if (event == 0) return 0;
        Magic.copy(Address.fromLong(event), record, TraceRecord.SIZE);
        return TraceRecord.SIZE;
    }

    private int fillHandle(Address record, Isolate isolate, Handle handle) {
        if (isolate.state == Isolate.State.FREE || handle.kind == HandleKind.NONE) return HandleRecord.SIZE;
        int place = handle.object.index;
        boolean gone = handle.isStale();
        long a = handle.kind == HandleKind.DEVICE_WINDOW ? Handle.window(handle.index) : handle.a;
        long b = handle.b;
        if (handle.kind == HandleKind.CONNECTION) {
            Connection connection = pools.connections[place];
            place = connection.queue.index;
            gone = !connection.isOnline();
            a = connection.credits;
            b = connection.used;
        }
        store(record, HandleRecord.KIND, handle.kind.ordinal(), handle.rights, place, gone ? 1 : 0);
        record.storeLong(a, HandleRecord.A);
        record.storeLong(b, HandleRecord.B);
        return HandleRecord.SIZE;
    }
}
