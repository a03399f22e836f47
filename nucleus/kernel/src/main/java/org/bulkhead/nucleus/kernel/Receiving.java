package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** The system call that receives: notifications first, then messages by priority, then by arrival. */
public record Receiving(Hardware hardware, Clock clock, Pools pools, Scheduler scheduler, Notifications notifications, Completion completion, Transfers transfers, Trace trace) {
    /**
     * Every isolate; servers of the queue, if one is named: waits for a notification or a message.
     * Refuses: BAD_ADDRESS, NO_RESOURCE (also: handles that came find no room), NO_MEMORY, BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT. Ends also with DEADLINE.
     */
    long receive(KernelThread thread, long handle, long message, long deadline) {
        long refusal = prepare(thread, handle, message);
        return refusal < 0 ? refusal : receivePrepared(thread, deadline);
    }

    /** Prepares the thread for receiving so. Returns 0, or the refusal if it may not. */
    long prepare(KernelThread thread, long handle, long message) {
        Isolate isolate = thread.isolate;
        thread.message = isolate.space.message(message, AddressSpace.Access.WRITE);
        if (thread.message == 0) return isolate.space.refusal.result;
        thread.anyQueue = handle == 0;
        thread.queue = null;
        if (handle == 0 || handle == SystemCall.NOTIFICATIONS_ONLY) return 0;
        Handle entry = isolate.handles.find(handle, HandleKind.SERVED_QUEUE, Rights.SERVE);
        if (entry == null && isolate.handles.refusal == ErrorCode.WRONG_KIND) {
            entry = isolate.handles.find(handle, HandleKind.QUEUE, Rights.SERVE);
        }
        if (entry == null) return isolate.handles.refusal.result;
        thread.queue = pools.queues[entry.object.index];
        return thread.queue.server == isolate ? 0 : ErrorCode.NO_RIGHT.result;
    }

    /** Receives or begins to wait, after {@link #prepare}. Returns what came, DEADLINE, NO_RESOURCE or PENDING. */
    long receivePrepared(KernelThread thread, long deadline) {
        Isolate isolate = thread.isolate;
        isolate.usedSinceReceive = 0;
        if (isolate.readySince == 0 && (thread.anyQueue || thread.queue != null)) {
            isolate.readySince = hardware.timestamp();
            notifications.tellParent(isolate);
        }
        if (isolate.pendingBits != 0) return notifications.deliver(thread);
        MessageSlot slot = nextFor(thread);
        if (slot != null) return deliver(slot, thread);
        if (deadline != Timer.NEVER && deadline <= clock.now()) return ErrorCode.DEADLINE.result;
        scheduler.block(thread, KernelThread.State.RECEIVING);
        scheduler.timers.set(thread.timer, deadline);
        return SystemCalls.PENDING;
    }

    private static MessageSlot nextFor(KernelThread thread) {
        MessageSlot best = null;
        OrderedList<MessageQueue> served = thread.isolate.served;
        for (MessageQueue queue = served.first(); queue != null; queue = served.after(queue)) {
            MessageSlot slot = queue.queued.first();
            if (slot != null && thread.accepts(queue) && (best == null || slot.priority > best.priority)) {
                best = slot;
            }
        }
        return best;
    }

    /** Gives a queued message to a thread that receives. Returns the result of the receive. */
    long deliver(MessageSlot slot, KernelThread thread) {
        if (!thread.isolate.handles.hasRoomFor(slot.cargo.used)) return ErrorCode.NO_RESOURCE.result;
        hand(slot, thread);
        return MessageLayout.RECEIVED_MESSAGE;
    }

    /** Begins the service of a message, whose handles find room. */
    void hand(MessageSlot slot, KernelThread thread) {
        slot.queue.begin(slot);
        slot.since = trace.note(TraceEvent.BEGUN, thread.isolate, slot, slot.operation());
        boolean wantsReply = slot.reply != MessageSlot.Reply.UNWANTED;
        Address message = Address.fromLong(slot.memory);
        message.storeLong(wantsReply ? slot.token() : 0, MessageLayout.TOKEN);
        transfers.unload(slot.cargo, thread.isolate.handles, slot.memory);
        Magic.copy(message, Address.fromLong(thread.message), MessageLayout.SIZE);
        if (!wantsReply) {
            completion.finish(slot, 0);
        }
    }
}
