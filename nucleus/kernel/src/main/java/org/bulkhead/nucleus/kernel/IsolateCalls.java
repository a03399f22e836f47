package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.IsolateStatus;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** System calls of supervisors about other isolates. All refuse NO_RIGHT to anybody else. */
public record IsolateCalls(Pools pools, Isolates isolates, Deaths deaths, Handles handles, Scratch scratch) {
    private static final int MAX_RANK = 255, MAX_PERCENT = 100, BITS = 64;

    /** Supervisors: makes an isolate, stopped and without rights. Refuses: BAD_ADDRESS; BAD_ARGUMENT: a field of the record out of range; NO_RESOURCE: isolates or the caller's handles used up; NO_MEMORY. */
    long create(KernelThread thread, long record) {
        Isolate creator = thread.isolate;
        if (!creator.space.copyIn(record, scratch.record(), IsolateRecord.SIZE)) return Refusal.of(creator.space.failure());
        if (!isValid(Address.fromLong(scratch.record()))) return Refusal.BAD_ARGUMENT;
        if (!creator.handles.hasRoom()) return Refusal.NO_RESOURCE;
        Isolate isolate = pools.freeIsolate();
        if (isolate == null) return Refusal.NO_RESOURCE;
        if (!isolates.create(isolate, scratch.record(), creator)) return Refusal.of(isolate.space.failure());
        return creator.handles.handle(creator.handles.add(HandleKind.ISOLATE, isolate.index, isolate.generation, 0, 0));
    }

    private static boolean isValid(Address record) {
        return within(record, IsolateRecord.RANK, 0, MAX_RANK) && within(record, IsolateRecord.PRIORITY, 0, KernelThread.PRIORITIES - 1)
            && within(record, IsolateRecord.HEAP_PAGES, 1, (AddressSpaceLayout.HEAP_END - AddressSpaceLayout.HEAP_START) / Window.PAGE)
            && within(record, IsolateRecord.CPU_PERCENT, 1, MAX_PERCENT) && within(record, IsolateRecord.DEATH_BIT, 0, BITS - 1)
            && within(record, IsolateRecord.PROGRAM, 0, Integer.MAX_VALUE) && within(record, IsolateRecord.INCARNATION, 0, Integer.MAX_VALUE)
            && within(record, IsolateRecord.PAGE_QUOTA, 0, Integer.MAX_VALUE) && within(record, IsolateRecord.RUN_LIMIT, 0, Integer.MAX_VALUE)
            && within(record, IsolateRecord.REQUEST_LIMIT, 0, Integer.MAX_VALUE);
    }

    private static boolean within(Address record, int field, int least, long most) {
        int value = record.loadInt(field);
        return value >= least && value <= most;
    }

    /** Supervisors: starts the thread of a stopped isolate. Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND; BAD_ARGUMENT: it runs already. */
    long start(KernelThread thread, long handle) {
        long entry = handles.find(thread.isolate, handle, HandleKind.ISOLATE);
        if (entry < 0) return entry;
        Isolate isolate = handles.isolate(thread.isolate.handles, (int) entry);
        if (isolate.state != IsolateState.STOPPED) return Refusal.BAD_ARGUMENT;
        isolates.start(isolate);
        return 0;
    }

    /** Supervisors: ends an isolate, also itself. Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND; BAD_ARGUMENT: no such reason. */
    long kill(KernelThread thread, long handle, long reason) {
        if (reason < 0 || reason >= Reason.COUNT) return Refusal.BAD_ARGUMENT;
        long entry = handles.find(thread.isolate, handle, HandleKind.ISOLATE);
        if (entry < 0) return entry;
        deaths.end(handles.isolate(thread.isolate.handles, (int) entry), (int) reason, 0, 0);
        return thread.context == 0 ? Refusal.PENDING : 0;
    }

    /** Supervisors: tells about the isolate at an index of the pool; free ones have state 0. Refuses: NO_SUCH_OBJECT beyond the last; BAD_ADDRESS. */
    long status(KernelThread thread, long index, long address) {
        if (index < 0 || index >= Pools.ISOLATES) return Refusal.NO_SUCH_OBJECT;
        Isolate isolate = pools.isolates[(int) index];
        Address status = Address.fromLong(scratch.record());
        Magic.clear(status, IsolateStatus.SIZE);
        status.storeInt(isolate.generation, IsolateStatus.GENERATION);
        status.storeInt(isolate.state.ordinal(), IsolateStatus.STATE);
        if (isolate.state != IsolateState.FREE) fill(status, isolate);
        if (!thread.isolate.space.copyOut(scratch.record(), address, IsolateStatus.SIZE)) return Refusal.of(thread.isolate.space.failure());
        return 0;
    }

    private void fill(Address status, Isolate isolate) {
        Magic.copy(Address.fromLong(isolate.thread.context + ThreadContext.RECORD + IsolateRecord.NAME), status.plus(IsolateStatus.NAME), IsolateRecord.NAME_SIZE);
        status.storeInt(isolate.incarnation, IsolateStatus.INCARNATION);
        status.storeInt(isolate.rank, IsolateStatus.RANK);
        status.storeInt(isolate.space.pages(), IsolateStatus.PAGES);
        status.storeInt(isolate.space.quota(), IsolateStatus.PAGE_QUOTA);
        status.storeLong(isolate.usedInAll, IsolateStatus.TICKS);
        status.storeInt(isolate.handles.used(), IsolateStatus.HANDLES);
        status.storeInt(isolate.thread.basePriority, IsolateStatus.PRIORITY);
        status.storeInt(isolate.ports(), IsolateStatus.PORTS);
        int lines = 0;
        for (int i = 0; i < pools.lines.length; i++) {
            if (pools.lines[i].owner == isolate) lines |= 1 << i;
        }
        status.storeInt(lines, IsolateStatus.INTERRUPTS);
    }
}
