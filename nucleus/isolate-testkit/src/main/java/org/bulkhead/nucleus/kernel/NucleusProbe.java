package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.HandleKind;

/** What a simulated machine must know of the nucleus that runs on it: which threads there are, and which of them has the processor; and the way in for system calls. */
public final class NucleusProbe {
    /** Most isolates at a time. */
    public static final int ISOLATES = Pools.ISOLATES;
    /** No isolate, no queue. */
    public static final int NONE = -1;

    private final Kernel kernel;

    public NucleusProbe(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The isolate that has the processor makes a system call: what the entry code leads to. */
    public void systemCall(long number, long a, long b, long c, long d, long e) {
        kernel.calls.make(number, a, b, c, d, e);
        kernel.leave();
    }

    /** Returns the index of the isolate that has the processor, or {@link #NONE}: all wait. */
    public int current() {
        KernelThread thread = kernel.scheduler.current;
        return thread == null ? NONE : thread.isolate.index;
    }

    /** Returns whether there is an isolate at an index, and it has been started. */
    public boolean isAlive(int isolate) {
        return kernel.pools.isolates[isolate].state == Isolate.State.ALIVE;
    }

    /** Returns the number that rises with every death of an isolate at the index. */
    public int generation(int isolate) {
        Isolate it = kernel.pools.isolates[isolate];
        return it.isFirst() ? it.incarnation : it.generation;
    }

    public int program(int isolate) {
        return kernel.pools.isolates[isolate].program;
    }

    public int incarnation(int isolate) {
        return kernel.pools.isolates[isolate].incarnation;
    }

    /** Returns where the nucleus sees the machine state of the isolate's thread ({@link org.bulkhead.nucleus.kernel.hardware.ThreadContext}). */
    public long context(int isolate) {
        return kernel.pools.isolates[isolate].thread.context;
    }

    /** Returns the number of deaths so far. */
    public long deaths() {
        return kernel.deaths.ring().next;
    }

    /** Returns where the nucleus sees a {@link org.bulkhead.nucleus.abi.DeathRecord}. */
    public long deathRecord(long sequence) {
        return kernel.deaths.ring().record(sequence);
    }

    /** Returns whether time alone can make some isolate run: a deadline, a timer, a budget that is used up, a request that can become overdue. */
    public boolean waitsForTime() {
        boolean waits = !kernel.scheduler.timers.set.isEmpty();
        for (Isolate isolate : kernel.pools.isolates) {
            waits |= isolate.thread.state == KernelThread.State.THROTTLED || isolate.requestLimit != 0 && Queues.oldest(isolate, MessageSlot.State.IN_SERVICE) != null
                || isolate.queueLimit != 0 && Queues.oldest(isolate, MessageSlot.State.QUEUED) != null;
        }
        return waits;
    }

    /** Returns the index of the queue behind an isolate's handle, or {@link #NONE}. */
    public int queueOf(int isolate, long handle) {
        Handle entry = kernel.pools.isolates[isolate].handles.find(handle);
        if (entry == null) {
            return NONE;
        }
        if (entry.kind == HandleKind.CONNECTION) {
            return kernel.pools.connections[entry.object.index].queue.index;
        }
        return entry.kind == HandleKind.QUEUE || entry.kind == HandleKind.SERVED_QUEUE ? entry.object.index : NONE;
    }

    /** Says what the isolate's thread does, for a failure's message. */
    public String situation(int isolate) {
        KernelThread thread = kernel.pools.isolates[isolate].thread;
        return switch (thread.state) {
            case STOPPED -> "is not started";
            case READY -> "is ready to run";
            case THROTTLED -> "has used up its processor budget";
            case CALLING -> "waits for a reply";
            case RECEIVING -> thread.anyQueue ? "waits for a message or a notification" : "waits for notifications alone";
        };
    }
}
