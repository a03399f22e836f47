package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.Hardware;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;

/** The system call that receives: notifications first, then messages by priority, then by arrival. */
public record Receiving(Hardware hardware, Clock clock, Pools pools, Scheduler scheduler, Notifications notifications, Completion completion, Transfers transfers, Trace trace) {
    /**
     * Every isolate; servers of the queue, if one is named: waits for a notification or a message.
     * Refuses: BAD_ADDRESS, NO_RESOURCE (also: handles that came find no room), NO_MEMORY, BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT. Ends also with DEADLINE.
     */
    long receive(KernelThread thread, long handle, long message, long deadline) {
        long refusal = check(thread.isolate, handle, message);
        return refusal < 0 ? refusal : receiveChecked(thread, handle, message, deadline);
    }

    /** Returns 0 if the isolate may receive so, else the refusal. */
    long check(Isolate isolate, long handle, long message) {
        if ((message & Long.BYTES - 1) != 0) return ErrorCode.BAD_ADDRESS.result;
        if (!isolate.space.prepare(message, MessageLayout.SIZE, AddressSpace.Access.WRITE)) return isolate.space.refusal.result;
        if (handle == 0 || handle == SystemCall.NOTIFICATIONS_ONLY) return 0;
        Handle entry = isolate.handles.find(handle, HandleKind.SERVED_QUEUE, Rights.SERVE);
        if (entry == null && isolate.handles.refusal == ErrorCode.WRONG_KIND) {
            entry = isolate.handles.find(handle, HandleKind.QUEUE, Rights.SERVE);
        }
        if (entry == null) return isolate.handles.refusal.result;
        return pools.queues[entry.object.index].server == isolate ? 0 : ErrorCode.NO_RIGHT.result;
    }

    /** Receives or begins to wait, after {@link #check} found nothing. Returns what came, DEADLINE, NO_RESOURCE or PENDING. */
    long receiveChecked(KernelThread thread, long handle, long message, long deadline) {
        Isolate isolate = thread.isolate;
        isolate.usedSinceReceive = 0;
        thread.message = message;
        thread.anyQueue = handle == 0;
        thread.queue = handle > 0 ? pools.queues[isolate.handles.find(handle).object.index] : null;
        if (isolate.pendingBits != 0) return notifications.deliver(thread);
        MessageSlot slot = nextFor(thread);
        if (slot != null) return deliver(slot, thread);
        if (deadline <= clock.now()) return ErrorCode.DEADLINE.result;
        scheduler.sleep(thread, KernelThread.State.RECEIVING, deadline);
        return SystemCalls.PENDING;
    }

    private static MessageSlot nextFor(KernelThread thread) {
        MessageSlot best = null;
        for (MessageQueue queue = thread.isolate.served; queue != null; queue = queue.nextServed) {
            MessageSlot slot = queue.queued.first;
            if (slot != null && thread.accepts(queue) && (best == null || slot.priority > best.priority)) {
                best = slot;
            }
        }
        return best;
    }

    /** A message has been queued: hands it to the server if that waits for it. */
    void offer(MessageQueue queue) {
        if (queue.server == null) return;
        KernelThread thread = queue.server.thread;
        if (thread.state == KernelThread.State.RECEIVING && thread.accepts(queue)) {
            scheduler.wake(thread, deliver(queue.queued.first, thread));
        }
    }

    private long deliver(MessageSlot slot, KernelThread thread) {
        HandleTable table = thread.isolate.handles;
        if (!table.hasRoomFor(slot.cargo.used)) return ErrorCode.NO_RESOURCE.result;
        slot.queue.begin(slot);
        slot.since = hardware.timestamp();
        trace.note(TraceEvent.BEGUN, thread.isolate, slot, slot.operation());
        boolean wantsReply = slot.reply != MessageSlot.Reply.UNWANTED;
        Address.fromLong(slot.memory).storeLong(wantsReply ? slot.token() : 0, MessageLayout.TOKEN);
        transfers.unload(slot.cargo, table, slot.memory);
        // Made writable when the receive began, and since then the isolate has not run.
        thread.isolate.space.copyOut(slot.memory, thread.message, MessageLayout.SIZE);
        if (!wantsReply) {
            completion.finish(slot, 0);
        }
        return MessageLayout.RECEIVED_MESSAGE;
    }
}
