package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;

/** Decides which thread runs: the first of the highest priority that has a ready one; threads of equal priority take turns; an isolate whose budget is used up waits for the next period. */
public final class Scheduler {
    /** Ticks of the clock (milliseconds) that a thread may run while others of its priority wait; only what it has used itself counts. */
    public static final int SLICE_TICKS = 5;
    /** Ticks of a budget period. */
    public static final int PERIOD_TICKS = 100;
    private static final int LONGEST_CHARGES_PER_SECOND = 50;
    private static final int HALF_TICKS_PER_SECOND = 2000;

    private final Hardware hardware;
    private final ProcessorBlock processor;
    private final Pools pools;
    final TimerList timers = new TimerList();
    /** The threads that are ready, the highest priority first. */
    private final OrderedList<KernelThread> ready = new OrderedList<>();
    /** Whether a message goes straight to a server that waits for it. */
    boolean fastPath = true;
    /** The thread that the nucleus was entered from, or null. */
    KernelThread current;
    /** Whose page tables, ports and floating-point state are all in the processor, if it is known; else null. */
    private KernelThread loaded;
    /** Whose floating-point state is in the registers. */
    private KernelThread floatingPoint;
    /** Whose ports are open; while others run, all are hidden. */
    private Isolate portsOpen;
    private long loadedRoot;
    private long nucleusRoot;
    private long chargedUntil;
    private long longestCharge;
    private long slice;
    /** Ticks since the budget period began. */
    int ticksInPeriod;

    public Scheduler(Hardware hardware, ProcessorBlock processor, Pools pools) {
        this.hardware = hardware;
        this.processor = processor;
        this.pools = pools;
    }

    /** Begins, with the nucleus's own address space loaded; {@code frequency} is that of the time-stamp counter. */
    public void start(long nucleusRoot, long frequency) {
        longestCharge = frequency / LONGEST_CHARGES_PER_SECOND;
        // Half a tick less, so that a slice that begins with a tick ends with one.
        slice = frequency / HALF_TICKS_PER_SECOND * (2 * SLICE_TICKS - 1);
        this.nucleusRoot = nucleusRoot;
        loadedRoot = nucleusRoot;
    }

    /** Makes a waiting thread ready, behind the others of its priority. */
    public void ready(KernelThread thread) {
        if (isOverBudget(thread.isolate)) {
            thread.state = KernelThread.State.THROTTLED;
        } else {
            thread.state = KernelThread.State.READY;
            thread.sliceEnd = thread.isolate.usedInAll + slice;
            enter(thread);
        }
    }

    private void enter(KernelThread thread) {
        thread.key = -thread.priority;
        ready.insert(thread);
    }

    /** Takes a thread off the processor until {@link #ready}; {@code state} says what it waits for. */
    public void block(KernelThread thread, KernelThread.State state) {
        thread.unlink();
        thread.state = state;
    }

    /** Ends a wait: the thread's system call returns {@code result}. */
    void wake(KernelThread thread, long result) {
        thread.timer.unlink();
        thread.setResult(result);
        ready(thread);
    }

    /** Changes the priority at which a thread runs now. */
    public void setPriority(KernelThread thread, int priority) {
        thread.priority = priority;
        if (thread.state == KernelThread.State.READY) {
            enter(thread);
        }
    }

    /** Puts a ready thread behind the others of its priority. */
    public void rotate(KernelThread thread) {
        KernelThread next = thread.state == KernelThread.State.READY ? ready.after(thread) : null;
        if (next != null && next.priority == thread.priority) {
            enter(thread);
            thread.sliceEnd = thread.isolate.usedInAll + slice;
        }
    }

    /** One tick of the clock: charges the current thread and begins a new period when it is time. */
    public void tick() {
        charge();
        if (++ticksInPeriod >= PERIOD_TICKS) {
            ticksInPeriod = 0;
            beginPeriod();
        }
    }

    private void beginPeriod() {
        for (Isolate isolate : pools.isolates) {
            isolate.usedThisPeriod = 0;
            if (isolate.thread.state == KernelThread.State.THROTTLED) {
                ready(isolate.thread);
            }
        }
    }

    /** Charges the current thread and its isolate for the time since the last charge, and ends its slice when that is used up. */
    public void charge() {
        long now = hardware.timestamp();
        if (current != null) {
            // Ticks come every millisecond: a longer gap means that the machine itself stood still, as an emulator does on a busy host.
            long used = Math.min(now - chargedUntil, longestCharge);
            Isolate isolate = current.isolate;
            isolate.usedInAll += used;
            isolate.usedSinceReceive += used;
            isolate.usedThisPeriod += used;
            if (current.state == KernelThread.State.READY && isOverBudget(isolate)) {
                isolate.overruns++;
                block(current, KernelThread.State.THROTTLED);
            }
            // Here and not at a tick: one that keeps sending to a server of a higher priority could be away at each of them.
            if (isolate.usedInAll >= current.sliceEnd) rotate(current);
        }
        chargedUntil = now;
    }

    private static boolean isOverBudget(Isolate isolate) {
        return isolate.budgetPerPeriod != 0 && isolate.usedThisPeriod > isolate.budgetPerPeriod;
    }

    /** Closes the open ports before some isolate's ports change; {@link #dispatch} opens what is right then. */
    public void closePorts() {
        loaded = null;
        if (portsOpen != null) {
            setPorts(ProcessorBlock.Ports.CLOSED);
            portsOpen = null;
        }
    }

    private void setPorts(ProcessorBlock.Ports access) {
        int left = portsOpen.ports;
        for (int i = 0; left > 0; i++) {
            Handle handle = portsOpen.handles.entries[i];
            if (handle.kind == HandleKind.PORTS) {
                processor.setPorts((int) handle.a, (int) handle.b, access);
                left -= (int) handle.b;
            }
        }
    }

    /** Leaves a dying isolate: it no longer runs, and nothing of it is in the processor. */
    public void leave(Isolate isolate) {
        KernelThread thread = isolate.thread;
        if (current == thread) {
            charge();
            current = null;
            processor.setContext(0);
        }
        block(thread, KernelThread.State.STOPPED);
        loaded = null;
        if (floatingPoint == thread) {
            floatingPoint = null;
        }
        if (portsOpen == isolate) {
            closePorts();
        }
        if (loadedRoot == isolate.space.root) {
            loadRoot(nucleusRoot);
        }
    }

    private void loadRoot(long root) {
        loadedRoot = root;
        hardware.loadPageTables(root);
    }

    /** Switches to the first ready thread of the highest priority, or to none; the entry code continues with it. The last act of every visit to the nucleus. */
    public void dispatch() {
        KernelThread next = ready.first();
        if (next != current) {
            charge();
            // The charge may have throttled the thread that leaves, never the one that comes.
            current = next;
            processor.setContext(next == null ? 0 : next.context);
        }
        if (next != null && next != loaded) {
            load(next);
        }
    }

    /** Puts what belongs to a thread into the processor: page tables, ports, floating-point state. */
    private void load(KernelThread thread) {
        Isolate isolate = thread.isolate;
        if (isolate.space.root != loadedRoot) {
            loadRoot(isolate.space.root);
        }
        if (portsOpen != isolate && isolate.ports != 0) {
            closePorts();
            portsOpen = isolate;
            setPorts(ProcessorBlock.Ports.OPEN);
        }
        processor.usePorts(portsOpen == isolate ? ProcessorBlock.PORTS_AS_OPENED : ProcessorBlock.NO_PORTS);
        if (floatingPoint != thread) {
            if (floatingPoint != null) {
                hardware.saveFloatingPoint(floatingPoint.context + ThreadContext.FLOATING_POINT);
            }
            hardware.restoreFloatingPoint(thread.context + ThreadContext.FLOATING_POINT);
            floatingPoint = thread;
        }
        loaded = thread;
    }
}
