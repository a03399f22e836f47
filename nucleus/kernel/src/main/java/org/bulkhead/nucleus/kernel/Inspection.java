package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls that tell what is there: to every isolate of its own handles, to supervisors of everything. Each copies out one record, which most put together in the scratch page; nothing changes. */
public record Inspection(Hardware hardware, Clock clock, InterruptController controller, PageFrames memory, Pools pools, DeathRing deaths, Trace trace) {
    /** An index of INSPECT_HANDLE is the isolate's place times this, and the handle's. */
    private static final int LOG_HANDLES = 8;

    /** Every isolate: tells what one of its handles names. Refuses: BAD_HANDLE, STALE_HANDLE (closed; of an object that is gone it tells); BAD_ADDRESS, NO_RESOURCE, NO_MEMORY. */
    long handleInfo(KernelThread thread, long handle, long address) {
        HandleTable table = thread.isolate.handles;
        Handle entry = table.find(handle);
        return entry == null ? table.refusal.result : copyOut(thread, pools.scratch, fillHandle(thread.isolate, entry), address);
    }

    /** Supervisors: tells about one object of a kind. Refuses: BAD_ARGUMENT: no such kind; NO_SUCH_OBJECT beyond the last; BAD_ADDRESS; NO_RESOURCE; NO_MEMORY. */
    long inspect(KernelThread thread, long what, long index, long address) {
        if (what < SystemCall.INSPECT_QUEUE || what > SystemCall.INSPECT_MODULE) return ErrorCode.BAD_ARGUMENT.result;
        if (what == SystemCall.INSPECT_TRACE) return copyOut(thread, trace.record(index), TraceRecord.SIZE, address);
        if (what == SystemCall.INSPECT_DEATH) return copyOut(thread, deaths.record(index), DeathRecord.SIZE, address);
        return copyOut(thread, index < 0 ? 0 : pools.scratch, fill((int) what, index), address);
    }

    /** Copies a record out; one without a place or without bytes does not exist. */
    private static long copyOut(KernelThread thread, long record, int size, long address) {
        if (record == 0 || size == 0) return ErrorCode.NO_SUCH_OBJECT.result;
        AddressSpace space = thread.isolate.space;
        return space.copyOut(record, address, size) ? 0 : space.refusal.result;
    }

    /** Fills the record of the object, and returns its size; 0 if there is no such object. */
    private int fill(int what, long index) {
        Magic.clear(Address.fromLong(pools.scratch), offset(IsolateStatus.NAME) + IsolateRecord.NAME_SIZE);
        long isolate = index >>> LOG_HANDLES;
        int place = (int) (index & (1 << LOG_HANDLES) - 1);
        return switch (what) {
            case SystemCall.INSPECT_QUEUE -> index < Pools.QUEUES ? fillQueue(pools.queues[place]) : 0;
            case SystemCall.INSPECT_LINE -> index < InterruptController.LINES ? fillLine(pools.lines[place]) : 0;
            case SystemCall.INSPECT_MEMORY -> index == 0 ? fillMemory() : 0;
            case SystemCall.INSPECT_ISOLATE -> index < Pools.ISOLATES ? fillIsolate(pools.isolates[place]) : 0;
            case SystemCall.INSPECT_MODULE -> index < Pools.MODULES ? fillModule(pools.modules[place]) : 0;
            default -> isolate < Pools.ISOLATES && place < HandleTable.SIZE ? fillHandle(pools.isolates[(int) isolate], pools.isolates[(int) isolate].handles.entries[place]) : 0;
        };
    }

    /** Stores {@code first} and the three fields behind it. */
    private void store(Enum<?> first, long a, long b, long c, long d) {
        Address field = Address.fromLong(pools.scratch + offset(first));
        field.storeLong(a, 0);
        field.storeLong(b, Long.BYTES);
        field.storeLong(c, 2 * Long.BYTES);
        field.storeLong(d, 3 * Long.BYTES);
    }

    /** Returns how many bytes there are before a field. */
    private static int offset(Enum<?> field) {
        return field.ordinal() * Long.BYTES;
    }

    private static int place(Isolate isolate) {
        return isolate == null ? -1 : isolate.index;
    }

    private int fillIsolate(Isolate isolate) {
        Address name = Address.fromLong(pools.scratch + offset(IsolateStatus.NAME));
        store(IsolateStatus.GENERATION, isolate.generation, isolate.incarnation, isolate.state.ordinal(), isolate.rank);
        if (isolate.state != Isolate.State.FREE) {
            int owned = 0;
            for (InterruptLine line : pools.lines) {
                owned |= line.owner == isolate ? 1 << line.index : 0;
            }
            store(IsolateStatus.PAGES, isolate.space.pages, isolate.space.quota, isolate.usedInAll, isolate.handles.used);
            store(IsolateStatus.PRIORITY, isolate.thread.basePriority, isolate.ports, owned, isolate.overruns);
            store(IsolateStatus.REFUSALS, isolate.refusals, isolate.thread.priority, isolate.thread.state.ordinal(), isolate.program);
            store(IsolateStatus.READY, isolate.readySince == 0 ? 0 : 1, 0, 0, 0);
            Magic.copy(Address.fromLong(isolate.thread.context + ThreadContext.RECORD + IsolateRecord.NAME), name, IsolateRecord.NAME_SIZE);
        }
        return offset(IsolateStatus.NAME) + IsolateRecord.NAME_SIZE;
    }

    private int fillQueue(MessageQueue queue) {
        store(QueueStatus.CAPACITY, queue.capacity, queue.generation, place(queue.owner), place(queue.server));
        store(QueueStatus.RANK, queue.rank, queue.reserved, queue.queued.length(), queue.inService.length());
        store(QueueStatus.MESSAGES, queue.arrivals, age(queue.queued), age(queue.inService), 0);
        return offset(QueueStatus.SERVICE_AGE) + Long.BYTES;
    }

    private long age(OrderedList<MessageSlot> list) {
        long now = hardware.timestamp();
        long oldest = now;
        for (MessageSlot slot = list.first(); slot != null; slot = list.after(slot)) {
            oldest = Math.min(oldest, slot.since);
        }
        return clock.nanoseconds(now - oldest);
    }

    private int fillLine(InterruptLine line) {
        store(LineStatus.OWNER, place(line.owner), line.bit, controller.isMasked(line.index) ? 1 : 0, line.count);
        return offset(LineStatus.COUNT) + Long.BYTES;
    }

    private int fillModule(Module module) {
        store(ModuleStatus.STATE, module.state.ordinal(), module.space.pages, module.space.quota, module.references);
        return offset(ModuleStatus.REFERENCES) + Long.BYTES;
    }

    private int fillMemory() {
        long frames = memory.free + pools.modulePages();
        for (Isolate isolate : pools.isolates) {
            frames += isolate.space.pages;
        }
        store(MemoryStatus.FRAMES, frames, memory.free, free(pools.isolates), free(pools.queues));
        store(MemoryStatus.FREE_SLOTS, pools.freeSlotCount, free(pools.connections), free(pools.modules), 0);
        return offset(MemoryStatus.FREE_MODULES) + Long.BYTES;
    }

    private static int free(KernelObject[] pool) {
        int count = 0;
        for (KernelObject object : pool) {
            count += object.isFree() ? 1 : 0;
        }
        return count;
    }

    private int fillHandle(Isolate isolate, Handle handle) {
        if (isolate.isFree() || handle.kind == HandleKind.NONE) return offset(HandleRecord.NUMBER) + Long.BYTES;
        int place = handle.object.index;
        boolean gone = handle.isStale();
        long a = handle.kind == HandleKind.DEVICE_WINDOW || handle.kind == HandleKind.KEPT_MEMORY ? Handle.window(handle.index) : handle.a;
        long b = handle.b;
        if (handle.kind == HandleKind.CONNECTION) {
            Connection connection = pools.connections[place];
            place = connection.queue.index;
            gone = !connection.hasQueue();
            a = connection.credits;
            b = connection.used;
        }
        store(HandleRecord.KIND, handle.kind.ordinal(), handle.rights, place, gone ? 1 : 0);
        store(HandleRecord.A, a, b, handle.number(), 0);
        return offset(HandleRecord.NUMBER) + Long.BYTES;
    }
}
