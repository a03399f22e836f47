package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/**
 * System calls of supervisors about other isolates, which refuse NO_RIGHT to anybody else; and birth: page-table work, a page for the thread's context, and a thread that stands at the image's isolate
 * entry.
 */
public record Isolates(Pools pools, Clock clock, Scheduler scheduler, Deaths deaths) {
    private static final int MAX_PERCENT = 100;
    private static final int MILLISECONDS_PER_SECOND = 1000;
    private static final long MAX_HEAP_PAGES = (AddressSpaceLayout.HEAP_END - AddressSpaceLayout.HEAP_START) / Window.PAGE;

    /** Supervisors: makes an isolate, stopped and without rights. Refuses: BAD_ADDRESS; BAD_ARGUMENT: a field of the record out of range; of its module BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NOT_SEALED; NO_RESOURCE: isolates or the caller's handles used up; NO_MEMORY. */
    long create(KernelThread thread, long record) {
        Isolate creator = thread.isolate;
        if (!creator.space.copyIn(record, pools.scratch, IsolateRecord.SIZE)) return creator.space.refusal.result;
        if (!isValid(Address.fromLong(pools.scratch))) return ErrorCode.BAD_ARGUMENT.result;
        long handle = Address.fromLong(pools.scratch).loadInt(IsolateRecord.MODULE);
        Handle entry = handle == 0 ? null : creator.handles.find(handle, HandleKind.MODULE, 0);
        if (handle != 0 && entry == null) return creator.handles.refusal.result;
        Module module = pools.modules[entry == null ? 0 : entry.object.index];
        if (module.state != Module.State.SEALED) return ErrorCode.NOT_SEALED.result;
        Isolate isolate = Pools.free(pools.isolates);
        if (isolate == null || !creator.handles.hasRoomFor(1)) return ErrorCode.NO_RESOURCE.result;
        if (!make(isolate, pools.scratch, creator, module)) return isolate.space.refusal.result;
        isolate.handles.reset(isolate);
        isolate.pendingBits = 0;
        return creator.handles.add(HandleKind.ISOLATE, isolate, 0, 0, 0).number();
    }

    private static boolean isValid(Address record) {
        for (int field = IsolateRecord.PROGRAM; field <= IsolateRecord.DEATH_BIT; field += Integer.BYTES) {
            if (record.loadInt(field) < 0) return false;
        }
        return record.loadInt(IsolateRecord.RANK) <= Handles.MAX_RANK && record.loadInt(IsolateRecord.PRIORITY) < KernelThread.PRIORITIES
            && record.loadInt(IsolateRecord.HEAP_PAGES) >= 1 && record.loadInt(IsolateRecord.HEAP_PAGES) <= MAX_HEAP_PAGES
            && record.loadInt(IsolateRecord.CPU_PERCENT) >= 1 && record.loadInt(IsolateRecord.CPU_PERCENT) <= MAX_PERCENT
            && record.loadInt(IsolateRecord.DEATH_BIT) < Long.SIZE && record.loadInt(IsolateRecord.QUEUE_LIMIT) >= 0;
    }

    /** Makes a free isolate, all but its handles, from a valid record at {@code record}; {@code parent} is told when it dies, unless that is the isolate itself; it runs {@code module}. Returns whether there was memory and quota. */
    boolean make(Isolate isolate, long record, Isolate parent, Module module) {
        Address from = Address.fromLong(record);
        if (!isolate.space.create(from.loadInt(IsolateRecord.HEAP_PAGES), from.loadInt(IsolateRecord.PAGE_QUOTA), module.space)) return false;
        long frame = isolate.space.allocate();
        if (frame == 0) {
            isolate.space.destroy();
            return false;
        }
        isolate.state = Isolate.State.STOPPED;
        isolate.module = module;
        module.references++;
        isolate.program = from.loadInt(IsolateRecord.PROGRAM);
        isolate.incarnation = from.loadInt(IsolateRecord.INCARNATION);
        isolate.rank = from.loadInt(IsolateRecord.RANK);
        isolate.parent = parent;
        isolate.parentGeneration = parent.generation;
        isolate.deathBit = from.loadInt(IsolateRecord.DEATH_BIT);
        isolate.refusals = 0;
        isolate.readySince = 0;
        limits(isolate, from);
        isolate.thread.basePriority = from.loadInt(IsolateRecord.PRIORITY);
        isolate.thread.priority = isolate.thread.basePriority;
        prepareThread(isolate, Window.at(frame), from);
        return true;
    }

    private void limits(Isolate isolate, Address record) {
        long ticksPerMillisecond = clock.frequency / MILLISECONDS_PER_SECOND;
        int percent = record.loadInt(IsolateRecord.CPU_PERCENT);
        isolate.budgetPerPeriod = percent >= MAX_PERCENT ? 0 : ticksPerMillisecond * Scheduler.PERIOD_TICKS * percent / MAX_PERCENT;
        isolate.runLimit = ticksPerMillisecond * record.loadInt(IsolateRecord.RUN_LIMIT);
        isolate.requestLimit = ticksPerMillisecond * record.loadInt(IsolateRecord.REQUEST_LIMIT);
        isolate.queueLimit = ticksPerMillisecond * record.loadInt(IsolateRecord.QUEUE_LIMIT);
        isolate.usedThisPeriod = 0;
        isolate.usedSinceReceive = 0;
        isolate.usedInAll = 0;
        isolate.overruns = 0;
    }

    private void prepareThread(Isolate isolate, long context, Address record) {
        KernelThread thread = isolate.thread;
        thread.context = context;
        Magic.copy(record, Address.fromLong(context + ThreadContext.RECORD), IsolateRecord.SIZE);
        ThreadContext.initialize(context, KernelImage.isolateEntry, AddressSpaceLayout.STACK_END);
        long javaHeap = (long) record.loadInt(IsolateRecord.HEAP_PAGES) * Window.PAGE - AddressSpaceLayout.RAW_MEMORY_SIZE;
        thread.setRegister(ThreadContext.RDI, isolate.program);
        thread.setRegister(ThreadContext.RSI, isolate.incarnation);
        thread.setRegister(ThreadContext.RDX, record.loadLong(IsolateRecord.ARGUMENT));
        thread.setRegister(ThreadContext.RCX, AddressSpaceLayout.JAVA_HEAP_START);
        thread.setRegister(ThreadContext.R8, Math.max(javaHeap, 0));
    }

    /** Supervisors: starts the thread of a stopped isolate. Refuses BAD_ARGUMENT: it runs already. */
    long start(Isolate isolate) {
        if (isolate.state != Isolate.State.STOPPED) return ErrorCode.BAD_ARGUMENT.result;
        isolate.state = Isolate.State.ALIVE;
        scheduler.ready(isolate.thread);
        return 0;
    }

    /** Supervisors: ends an isolate, also itself. Refuses BAD_ARGUMENT: no such reason. */
    long kill(KernelThread thread, Isolate isolate, long number) {
        DeathReason reason = Deaths.reason(number);
        if (reason == null) return ErrorCode.BAD_ARGUMENT.result;
        deaths.end(isolate, reason, 0, 0);
        return thread.context == 0 ? SystemCalls.PENDING : 0;
    }
}
