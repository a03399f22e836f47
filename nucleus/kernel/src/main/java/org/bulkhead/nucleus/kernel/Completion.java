package org.bulkhead.nucleus.kernel;

/** How a request ends: its slot becomes free, its token and leases void, its credit goes back, and its caller gets a result; all in one step. */
public record Completion(Scheduler scheduler, TimerList timers, Connections connections, Donation donation) {
    /** Ends a request that is queued or in service; its caller, if one waits, continues with {@code result}. */
    void finish(MessageSlot slot, long result) {
        KernelThread caller = slot.caller;
        drop(slot);
        if (caller != null) {
            caller.slot = null;
            wake(caller, result);
        }
    }

    /** Ends a request of which nobody wants to hear. */
    public void drop(MessageSlot slot) {
        MessageQueue queue = slot.queue;
        Connection connection = slot.connection;
        connections.closeCargo(slot.cargo);
        queue.release(slot);
        connections.giveBackCredit(connection);
        if (queue.server != null && queue.server.thread.priority > queue.server.thread.basePriority) donation.settle(queue.server.thread);
    }

    /** Ends a wait with a result. */
    void wake(KernelThread thread, long result) {
        timers.stop(thread.timer);
        thread.setResult(result);
        scheduler.ready(thread);
    }

    /** The deadline of a waiting thread has passed. */
    public void expire(KernelThread thread) {
        if (thread.state == ThreadState.CALLING) {
            finish(thread.slot, Refusal.DEADLINE);
        } else if (thread.state == ThreadState.RECEIVING) {
            wake(thread, Refusal.DEADLINE);
        }
    }
}
