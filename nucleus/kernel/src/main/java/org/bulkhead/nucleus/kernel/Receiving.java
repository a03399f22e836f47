package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.Hardware;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;

/** Receiving: notifications first, then messages by priority, then by arrival. */
public record Receiving(Hardware hardware, Clock clock, Scheduler scheduler, TimerList timers, Handles handles, Notifications notifications, Completion completion) {
    private static final int HANDLES_IN_PAYLOAD = MessageLayout.PAYLOAD + MessageLayout.PAYLOAD_SIZE - MessageLayout.TRANSFER_LIMIT * Integer.BYTES;

    /** Returns 0 if the thread could receive so, else the refusal. */
    public long check(KernelThread thread, long handle, long message) {
        if ((message & Long.BYTES - 1) != 0) return Refusal.BAD_ADDRESS;
        if (!thread.isolate.space.prepare(message, MessageLayout.SIZE, AddressSpace.Access.WRITE)) return Refusal.of(thread.isolate.space.failure());
        if (handle == 0 || handle == SystemCall.NOTIFICATIONS_ONLY) return 0;
        long entry = handles.find(thread.isolate, handle, HandleKind.SERVED_QUEUE);
        if (entry == Refusal.WRONG_KIND) entry = handles.find(thread.isolate, handle, HandleKind.QUEUE);
        if (entry < 0) return entry;
        HandleTable table = thread.isolate.handles;
        boolean serves = table.allows((int) entry, Rights.SERVE) && handles.queue(table, (int) entry).server == thread.isolate;
        return serves ? 0 : Refusal.NO_RIGHT;
    }

    /** Receives or begins to wait, after {@link #check} found nothing. Returns what came, DEADLINE, NO_RESOURCE if handles that came find no room, or PENDING. */
    public long receive(KernelThread thread, long handle, long message, long deadline) {
        Isolate isolate = thread.isolate;
        isolate.usedSinceReceive = 0;
        thread.message = message;
        thread.queue = null;
        if (handle == 0) {
            thread.scope = ReceiveScope.ALL;
        } else if (handle == SystemCall.NOTIFICATIONS_ONLY) {
            thread.scope = ReceiveScope.NOTIFICATIONS;
        } else {
            thread.scope = ReceiveScope.ONE;
            thread.queue = handles.queue(isolate.handles, (int) isolate.handles.find(handle));
        }
        if (isolate.pendingBits != 0) return notifications.deliver(thread);
        MessageSlot slot = nextFor(thread);
        if (slot != null) return deliver(slot, thread);
        if (deadline != Timer.NEVER && deadline <= clock.now()) return Refusal.DEADLINE;
        scheduler.block(thread, ThreadState.RECEIVING);
        timers.set(thread.timer, deadline);
        return Refusal.PENDING;
    }

    private static MessageSlot nextFor(KernelThread thread) {
        if (thread.scope == ReceiveScope.ONE) return thread.queue.firstQueued();
        MessageSlot best = null;
        if (thread.scope == ReceiveScope.ALL) {
            for (MessageQueue queue = thread.isolate.served; queue != null; queue = queue.nextServed) {
                MessageSlot slot = queue.firstQueued();
                if (slot != null && (best == null || slot.priority > best.priority)) best = slot;
            }
        }
        return best;
    }

    /** A message has been queued: hands it to the server if that waits for it. */
    void offer(MessageQueue queue) {
        if (queue.server == null) return;
        KernelThread thread = queue.server.thread;
        if (thread.state == ThreadState.RECEIVING && (thread.scope == ReceiveScope.ALL || thread.queue == queue)) completion.wake(thread, deliver(queue.firstQueued(), thread));
    }

    private long deliver(MessageSlot slot, KernelThread thread) {
        HandleTable table = thread.isolate.handles;
        if (!table.hasRoomFor(slot.cargo.used())) return Refusal.NO_RESOURCE;
        slot.queue.begin(slot);
        slot.serviceStart = hardware.timestamp();
        Address message = Address.fromLong(slot.memory);
        message.storeLong(slot.caller == null ? 0 : slot.token(), MessageLayout.TOKEN);
        int at = HANDLES_IN_PAYLOAD;
        for (int i = 0; slot.cargo.used() > 0; i++) {
            if (slot.cargo.kind(i) != HandleKind.NONE) {
                message.storeInt(table.handle(slot.cargo.moveTo(table, i)), at);
                at += Integer.BYTES;
            }
        }
        // Made writable when the receive began, and since then the isolate has not run.
        thread.isolate.space.copyOut(slot.memory, thread.message, MessageLayout.SIZE);
        if (slot.caller == null) completion.drop(slot);
        return MessageLayout.RECEIVED_MESSAGE;
    }
}
