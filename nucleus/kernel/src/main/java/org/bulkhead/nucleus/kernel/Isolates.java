package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** Birth: page-table work, a page for the thread's context, and a thread that stands at the image's isolate entry. */
public final class Isolates {
    private static final int PERCENT = 100, MILLISECONDS_PER_SECOND = 1000;

    private final Clock clock;
    private final Scheduler scheduler;
    private long entry;

    public Isolates(Clock clock, Scheduler scheduler) {
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Sets the address of the code where every isolate starts. */
    public void startAt(long isolateEntry) { entry = isolateEntry; }

    /** Makes a free isolate from a valid record at {@code record}; {@code parent} is told when it dies, null: nobody. Returns whether there was memory and quota. */
    public boolean create(Isolate isolate, long record, Isolate parent) {
        Address from = Address.fromLong(record);
        if (!isolate.space.create(from.loadInt(IsolateRecord.HEAP_PAGES), from.loadInt(IsolateRecord.PAGE_QUOTA))) return false;
        long frame = isolate.space.allocate();
        if (frame == 0) {
            isolate.space.destroy();
            return false;
        }
        isolate.contextFrame = frame;
        isolate.state = IsolateState.STOPPED;
        isolate.program = from.loadInt(IsolateRecord.PROGRAM);
        isolate.incarnation = from.loadInt(IsolateRecord.INCARNATION);
        isolate.rank = from.loadInt(IsolateRecord.RANK);
        isolate.parent = parent == null ? isolate.index : parent.index;
        // The isolate's own generation of its life time is over when the notice would go out, so this tells nobody.
        isolate.parentGeneration = parent == null ? isolate.generation : parent.generation;
        isolate.deathBit = from.loadInt(IsolateRecord.DEATH_BIT);
        isolate.refusals = 0;
        limits(isolate, from);
        isolate.handles.reset();
        isolate.handles.add(HandleKind.ISOLATE, isolate.index, isolate.generation, 0, 0);
        isolate.thread.basePriority = from.loadInt(IsolateRecord.PRIORITY);
        isolate.thread.priority = isolate.thread.basePriority;
        prepareThread(isolate, from);
        return true;
    }

    private void limits(Isolate isolate, Address record) {
        long ticksPerMillisecond = clock.frequency() / MILLISECONDS_PER_SECOND;
        int percent = record.loadInt(IsolateRecord.CPU_PERCENT);
        isolate.budgetPerPeriod = percent >= PERCENT ? 0 : ticksPerMillisecond * Scheduler.PERIOD_TICKS * percent / PERCENT;
        isolate.runLimit = ticksPerMillisecond * record.loadInt(IsolateRecord.RUN_LIMIT);
        isolate.requestLimit = ticksPerMillisecond * record.loadInt(IsolateRecord.REQUEST_LIMIT);
        isolate.usedThisPeriod = 0;
        isolate.usedSinceReceive = 0;
        isolate.usedInAll = 0;
        isolate.overruns = 0;
    }

    private void prepareThread(Isolate isolate, Address record) {
        KernelThread thread = isolate.thread;
        thread.context = Window.at(isolate.contextFrame);
        Magic.copy(record, Address.fromLong(thread.context + ThreadContext.RECORD), IsolateRecord.SIZE);
        ThreadContext.initialize(thread.context, entry, AddressSpaceLayout.STACK_END);
        long javaHeap = (long) record.loadInt(IsolateRecord.HEAP_PAGES) * Window.PAGE - AddressSpaceLayout.RAW_MEMORY_SIZE;
        thread.setRegister(ThreadContext.RDI, isolate.program);
        thread.setRegister(ThreadContext.RSI, isolate.incarnation);
        thread.setRegister(ThreadContext.RDX, record.loadLong(IsolateRecord.ARGUMENT));
        thread.setRegister(ThreadContext.RCX, AddressSpaceLayout.JAVA_HEAP_START);
        thread.setRegister(ThreadContext.R8, javaHeap > 0 ? javaHeap : 0);
    }

    /** Starts the thread of a stopped isolate. */
    public void start(Isolate isolate) {
        isolate.state = IsolateState.ALIVE;
        scheduler.ready(isolate.thread);
    }
}
