package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.MessageSlot.Reply;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls that put messages into queues: with a reply to wait for, with one to collect, or without. */
public record Sending(Pools pools, Clock clock, Scheduler scheduler, Transfers transfers, Receiving receiving, Donation donation, Trace trace) {
    /**
     * Holders of a connection with CALL: sends a request and waits for the reply.
     * Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT, OFFLINE, WRONG_RANK, BAD_ADDRESS, BAD_ARGUMENT, NO_CREDIT, NO_RESOURCE, NO_MEMORY, DEADLINE (already past).
     * Ends with 0, DEADLINE, REFUSED, PEER_DIED_QUEUED, PEER_DIED_IN_SERVICE, POISONED, OFFLINE.
     */
    long call(KernelThread caller, long handle, long message, long list, long deadline) {
        MessageSlot slot = admit(caller, handle, Reply.AWAITED, message, list, deadline);
        if (slot == null) return pools.refusal;
        caller.slot = slot;
        scheduler.block(caller, KernelThread.State.CALLING);
        post(slot);
        Isolate server = slot.queue.server;
        if (server != null && server.thread.priority < caller.priority) {
            donation.settle(server.thread);
        }
        return SystemCalls.PENDING;
    }

    /** Holders of a connection with CALL: sends a request whose reply they collect; returns its token. Refuses as call, and BAD_ARGUMENT: no such notification bit. Ends as call. */
    long submit(KernelThread sender, long handle, long message, long list, long deadline, long bit) {
        if (bit < 0 || bit >= Long.SIZE) return ErrorCode.BAD_ARGUMENT.result;
        MessageSlot slot = admit(sender, handle, Reply.COLLECTED, message, list, deadline);
        if (slot == null) return pools.refusal;
        long token = slot.submit();
        slot.bit = (int) bit;
        sender.isolate.submitted++;
        post(slot);
        return token;
    }

    /** Holders of a connection with SEND: sends without waiting. Refuses as call, except for WRONG_RANK and DEADLINE. */
    long send(KernelThread sender, long handle, long message, long list) {
        MessageSlot slot = admit(sender, handle, Reply.UNWANTED, message, list, Timer.NEVER);
        if (slot == null) return pools.refusal;
        post(slot);
        return 0;
    }

    /** Holders of a connection: returns 1 if there is a credit, else 0, and the notification bit is set once when one has come back. Refuses: OFFLINE; BAD_ARGUMENT: no such bit. */
    long awaitCredit(Isolate isolate, Handle entry, long bit) {
        if (bit < 0 || bit >= Long.SIZE) return ErrorCode.BAD_ARGUMENT.result;
        Connection connection = pools.connections[entry.object.index];
        if (!connection.isOnline()) return ErrorCode.OFFLINE.result;
        if (connection.used < connection.credits) return 1;
        entry.creditBit = (int) bit;
        connection.awaiting |= 1 << isolate.index;
        return 0;
    }

    /** Supervisors: switches the fast path on or off; returns what it was. Refuses BAD_ARGUMENT: neither 0 nor 1. */
    long fastPath(long on) {
        if (on < 0 || on > 1) return ErrorCode.BAD_ARGUMENT.result;
        int before = scheduler.fastPath ? 1 : 0;
        scheduler.fastPath = on != 0;
        return before;
    }

    /** Checks everything, and takes the message into the free slot that it will have. Returns the slot, complete but for {@link #post}, or null: refused, and nothing has changed. */
    private MessageSlot admit(KernelThread sender, long handle, Reply reply, long message, long list, long deadline) {
        Isolate isolate = sender.isolate;
        Handle entry = isolate.handles.find(handle, HandleKind.CONNECTION, reply == Reply.UNWANTED ? Rights.SEND : Rights.CALL);
        if (entry == null) return refuse(isolate.handles.refusal.result);
        Connection connection = pools.connections[entry.object.index];
        if (!connection.isOnline()) return refuse(ErrorCode.OFFLINE.result);
        if (reply != Reply.UNWANTED && connection.queue.rank >= isolate.rank) return refuse(ErrorCode.WRONG_RANK.result);
        // A caller's buffer must also take the reply.
        long place = isolate.space.message(message, reply == Reply.AWAITED ? AddressSpace.Access.WRITE : AddressSpace.Access.READ);
        if (place == 0) return refuse(isolate.space.refusal.result);
        if (connection.used >= connection.credits) return refuse(ErrorCode.NO_CREDIT.result);
        MessageSlot slot = connection.queue.free;
        Address memory = Address.fromLong(slot.memory);
        Magic.copy(Address.fromLong(place), memory, MessageLayout.SIZE);
        int flags = memory.loadByte(MessageLayout.FLAGS);
        if (memory.loadChar(MessageLayout.LENGTH) > MessageLayout.PAYLOAD_SIZE || (flags & ~MessageLayout.FLAG_IDEMPOTENT) != 0) return refuse(ErrorCode.BAD_ARGUMENT.result);
        slot.lent = 0;
        long moved = 0;
        if (list != 0 || memory.loadByte(MessageLayout.TRANSFERS) != 0) {
            moved = list == 0 ? ErrorCode.BAD_ARGUMENT.result : transfers.check(isolate, memory, list, slot);
            // Handles arrive only once, so such a request can't be repeated.
            if (moved < 0 || moved > 0 && flags != 0) return refuse(moved < 0 ? moved : ErrorCode.BAD_ARGUMENT.result);
        }
        if (deadline != Timer.NEVER && deadline <= clock.now()) return refuse(ErrorCode.DEADLINE.result);
        // Point of no return.
        transfers.load(isolate.handles, slot.cargo, moved);
        memory.storeInt(connection.badge, MessageLayout.BADGE);
        memory.storeInt(isolate.generation, MessageLayout.GENERATION);
        memory.storeLong(deadline, MessageLayout.DEADLINE);
        slot.repeat = flags == 0 ? MessageSlot.Repeat.NEVER : MessageSlot.Repeat.ONCE;
        slot.connection = connection;
        slot.sender = sender;
        slot.reply = reply;
        slot.priority = sender.priority;
        connection.used++;
        scheduler.timers.set(slot.timer, deadline);
        sender.message = place;
        return slot;
    }

    private MessageSlot refuse(long result) {
        pools.refusal = result;
        return null;
    }

    /** Puts an admitted message into its queue, and hands the foremost one to the server if that waits for it. */
    private void post(MessageSlot slot) {
        MessageQueue queue = slot.connection.queue;
        queue.accept(slot);
        slot.since = trace.note(TraceEvent.QUEUED, slot.sender.isolate, slot, slot.operation());
        KernelThread server = queue.server == null ? null : queue.server.thread;
        boolean awaited = server != null && server.state == KernelThread.State.RECEIVING && server.accepts(queue);
        if (awaited && scheduler.fastPath && slot.cargo.used == 0 && slot.lent == 0 && queue.queued.isEmpty()) {
            // What comes to the same: through the list of queued messages and out of it again.
            receiving.hand(slot, server);
            scheduler.wake(server, MessageLayout.RECEIVED_MESSAGE);
            return;
        }
        queue.enqueue(slot);
        if (awaited) {
            scheduler.wake(server, receiving.deliver(queue.queued.first(), server));
        }
    }
}
