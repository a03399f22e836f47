package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;

/** How a request ends: its slot becomes free, its token and leases void, its credit goes back, and its caller gets a result; all in one step. */
public record Completion(Pools pools, Scheduler scheduler, TimerList timers, Donation donation) {
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
        closeCargo(slot.cargo);
        queue.release(slot);
        connection.takeBackCredit();
        if (queue.server != null && queue.server.thread.priority > queue.server.thread.basePriority) {
            donation.settle(queue.server.thread);
        }
    }

    /** Closes the handles in a message that will not arrive: its first entries. */
    private void closeCargo(HandleTable cargo) {
        for (int i = 0; cargo.used > 0; i++) {
            Handle handle = cargo.entries[i];
            if (handle.kind == HandleKind.CONNECTION) {
                pools.connections[handle.object.index].release();
            }
            cargo.remove(handle);
        }
    }

    /** Ends a wait with a result. */
    void wake(KernelThread thread, long result) {
        timers.stop(thread.timer);
        thread.setResult(result);
        scheduler.ready(thread);
    }

    /** The deadline of a waiting thread has passed. */
    public void expire(KernelThread thread) {
        if (thread.state == KernelThread.State.CALLING) {
            finish(thread.slot, ErrorCode.DEADLINE.result);
        } else if (thread.state == KernelThread.State.RECEIVING) {
            wake(thread, ErrorCode.DEADLINE.result);
        }
    }
}
