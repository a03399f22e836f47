package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;

/** How a request ends: its token and leases void, its slot free, its credit back, and its sender told, all in one step; of a submitted one the slot and the credit only when it is collected. */
public record Completion(Pools pools, Scheduler scheduler, Notifications notifications, Donation donation, Trace trace) {
    /** Ends a message that is queued or in service; its caller continues with {@code result}, its submitter will find it. */
    void finish(MessageSlot slot, long result) {
        KernelThread sender = slot.sender;
        boolean awaited = slot.reply == MessageSlot.Reply.AWAITED;
        end(slot, result);
        if (slot.reply == MessageSlot.Reply.COLLECTED) {
            slot.result = result;
            notifications.notify(sender.isolate, 1L << slot.bit);
            return;
        }
        free(slot);
        if (awaited) {
            sender.slot = null;
            scheduler.wake(sender, result);
        }
    }

    /** Ends a request, wherever it stands, of which its sender does not want to hear, or cannot. */
    void drop(MessageSlot slot) {
        if (slot.state != MessageSlot.State.ENDED) {
            end(slot, ErrorCode.CANCELLED.result);
        }
        free(slot);
    }

    /** Drops all requests that a dying isolate has submitted. */
    void dropSubmitted(Isolate isolate) {
        for (int i = 0; isolate.submitted > 0; i++) {
            if (pools.slots[i].isSubmissionOf(isolate)) {
                drop(pools.slots[i]);
            }
        }
    }

    private void end(MessageSlot slot, long result) {
        trace.note(TraceEvent.ENDED, slot.sender.isolate, slot, result);
        if (slot.state == MessageSlot.State.QUEUED) {
            closeCargo(slot.cargo);
        }
        slot.timer.unlink();
        slot.queue.end(slot);
        Isolate server = slot.queue.server;
        if (server != null && server.thread.priority > server.thread.basePriority) {
            donation.settle(server.thread);
        }
    }

    /** Frees the slot of a request that has ended, and gives its credit back. */
    void free(MessageSlot slot) {
        Connection connection = slot.connection;
        closeCargo(slot.cargo);
        if (slot.reply == MessageSlot.Reply.COLLECTED) {
            slot.sender.isolate.submitted--;
        }
        if (connection.hasQueue()) {
            slot.queue.release(slot);
        } else {
            pools.release(slot);
        }
        connection.takeBackCredit();
        if (connection.awaiting != 0) {
            tellOfCredit(connection);
        }
    }

    private void tellOfCredit(Connection connection) {
        for (Isolate isolate : pools.isolates) {
            if ((connection.awaiting >>> isolate.index & 1) == 0) continue;
            for (Handle handle : isolate.handles.entries) {
                if (handle.kind == HandleKind.CONNECTION && handle.object == connection && handle.creditBit != Handle.NO_BIT) {
                    notifications.notify(isolate, 1L << handle.creditBit);
                    handle.creditBit = Handle.NO_BIT;
                }
            }
        }
        connection.awaiting = 0;
    }

    /** Closes the handles in a message that will not arrive: its first entries. */
    private void closeCargo(HandleTable cargo) {
        for (int i = 0; cargo.used > 0; i++) {
            Handle handle = cargo.entries[i];
            cargo.remove(handle);
            handle.object.endIfUnused();
        }
    }

    /** A deadline has passed: of a request, or of a thread that receives. */
    void expire(Timer timer) {
        if (timer.slot != null) {
            finish(timer.slot, ErrorCode.DEADLINE.result);
        } else {
            scheduler.wake(timer.thread, ErrorCode.DEADLINE.result);
        }
    }
}
