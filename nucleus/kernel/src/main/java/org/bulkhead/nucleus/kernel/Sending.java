package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.Hardware;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;

/** System calls that put messages into queues: with a reply to wait for, with one to collect, or without. */
public record Sending(Hardware hardware, Pools pools, Clock clock, Scheduler scheduler, Transfers transfers, Receiving receiving, Donation donation, Trace trace) {
    /**
     * Holders of a connection with CALL: sends a request and waits for the reply.
     * Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT, OFFLINE, WRONG_RANK, BAD_ADDRESS, BAD_ARGUMENT, NO_CREDIT, NO_RESOURCE, NO_MEMORY, DEADLINE (already past).
     * Ends with 0, DEADLINE, REFUSED, PEER_DIED_QUEUED, PEER_DIED_IN_SERVICE, POISONED, OFFLINE.
     */
    long call(KernelThread caller, long handle, long message, long list, long deadline) {
        long moved = check(caller.isolate, handle, MessageSlot.Reply.AWAITED, message, list);
        if (moved < 0) return moved;
        if (deadline <= clock.now()) return ErrorCode.DEADLINE.result;
        // Point of no return.
        MessageSlot slot = commit(caller, handle, MessageSlot.Reply.AWAITED, moved, deadline);
        caller.message = message;
        caller.slot = slot;
        scheduler.sleep(caller, KernelThread.State.CALLING, deadline);
        Isolate server = slot.queue.server;
        if (server != null && server.thread.priority < caller.priority) {
            donation.settle(server.thread);
        }
        receiving.offer(slot.queue);
        return SystemCalls.PENDING;
    }

    /** Holders of a connection with CALL: sends a request whose reply they collect; returns its token. Refuses as call, and BAD_ARGUMENT: no such notification bit. Ends as call. */
    long submit(KernelThread sender, long handle, long message, long list, long deadline, long bit) {
        if (bit < 0 || bit >= Long.SIZE) return ErrorCode.BAD_ARGUMENT.result;
        long moved = check(sender.isolate, handle, MessageSlot.Reply.COLLECTED, message, list);
        if (moved < 0) return moved;
        if (deadline <= clock.now()) return ErrorCode.DEADLINE.result;
        // Point of no return.
        MessageSlot slot = commit(sender, handle, MessageSlot.Reply.COLLECTED, moved, deadline);
        long token = slot.submit();
        slot.bit = (int) bit;
        sender.isolate.submitted++;
        scheduler.timers.set(slot.timer, deadline);
        receiving.offer(slot.queue);
        return token;
    }

    /** Holders of a connection with SEND: sends without waiting. Refuses as call, except for WRONG_RANK and DEADLINE. */
    long send(KernelThread sender, long handle, long message, long list) {
        long moved = check(sender.isolate, handle, MessageSlot.Reply.UNWANTED, message, list);
        if (moved < 0) return moved;
        // Point of no return.
        MessageSlot slot = commit(sender, handle, MessageSlot.Reply.UNWANTED, moved, Timer.NEVER);
        receiving.offer(slot.queue);
        return 0;
    }

    /** Holders of a connection: returns 1 if there is a credit, else 0, and the notification bit is set once when one has come back. Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, OFFLINE; BAD_ARGUMENT: no such bit. */
    long awaitCredit(KernelThread sender, long handle, long bit) {
        if (bit < 0 || bit >= Long.SIZE) return ErrorCode.BAD_ARGUMENT.result;
        Isolate isolate = sender.isolate;
        Handle entry = isolate.handles.find(handle, HandleKind.CONNECTION, 0);
        if (entry == null) return isolate.handles.refusal.result;
        Connection connection = pools.connections[entry.object.index];
        if (!connection.isOnline()) return ErrorCode.OFFLINE.result;
        if (connection.used < connection.credits) return 1;
        entry.creditBit = (int) bit;
        connection.awaiting |= 1 << isolate.index;
        return 0;
    }

    /** Checks everything, and copies the message to the free slot that it will have. Returns the number of handles that move with it, or the refusal. */
    private long check(Isolate isolate, long handle, MessageSlot.Reply reply, long message, long list) {
        Handle entry = isolate.handles.find(handle, HandleKind.CONNECTION, reply == MessageSlot.Reply.UNWANTED ? Rights.SEND : Rights.CALL);
        if (entry == null) return isolate.handles.refusal.result;
        Connection connection = pools.connections[entry.object.index];
        if (!connection.isOnline()) return ErrorCode.OFFLINE.result;
        if (reply != MessageSlot.Reply.UNWANTED && connection.queue.rank >= isolate.rank) return ErrorCode.WRONG_RANK.result;
        if ((message & Long.BYTES - 1) != 0) return ErrorCode.BAD_ADDRESS.result;
        // A caller's buffer must also take the reply.
        AddressSpace.Access access = reply == MessageSlot.Reply.AWAITED ? AddressSpace.Access.WRITE : AddressSpace.Access.READ;
        if (!isolate.space.prepare(message, MessageLayout.SIZE, access)) return isolate.space.refusal.result;
        if (connection.used >= connection.credits) return ErrorCode.NO_CREDIT.result;
        MessageSlot slot = connection.queue.free;
        isolate.space.copyIn(message, slot.memory, MessageLayout.SIZE);
        return checkContents(isolate, slot, list);
    }

    private long checkContents(Isolate isolate, MessageSlot slot, long list) {
        Address message = Address.fromLong(slot.memory);
        int flags = message.loadByte(MessageLayout.FLAGS) & 0xFF;
        if (message.loadChar(MessageLayout.LENGTH) > MessageLayout.PAYLOAD_SIZE || (flags & ~MessageLayout.FLAG_IDEMPOTENT) != 0) return ErrorCode.BAD_ARGUMENT.result;
        slot.repeat = flags == 0 ? MessageSlot.Repeat.NEVER : MessageSlot.Repeat.ONCE;
        for (int i = 0; i < MessageLayout.TRANSFER_LIMIT; i++) {
            slot.leaseKind[i] = MessageSlot.NO_LEASE;
        }
        if (list == 0) return message.loadByte(MessageLayout.TRANSFERS) == 0 ? 0 : ErrorCode.BAD_ARGUMENT.result;
        long moved = transfers.check(isolate, message, list, slot);
        // Handles arrive only once, so such a request can't be repeated.
        return moved > 0 && slot.repeat != MessageSlot.Repeat.NEVER ? ErrorCode.BAD_ARGUMENT.result : moved;
    }

    private MessageSlot commit(KernelThread sender, long handle, MessageSlot.Reply reply, long moved, long deadline) {
        HandleTable table = sender.isolate.handles;
        Connection connection = pools.connections[table.find(handle).object.index];
        MessageSlot slot = connection.queue.free;
        transfers.load(table, slot.cargo, moved);
        Address message = Address.fromLong(slot.memory);
        message.storeLong(0, MessageLayout.TOKEN);
        message.storeInt(connection.badge, MessageLayout.BADGE);
        message.storeInt(sender.isolate.generation, MessageLayout.GENERATION);
        message.storeLong(deadline, MessageLayout.DEADLINE);
        slot.connection = connection;
        slot.sender = sender;
        slot.reply = reply;
        slot.priority = sender.priority;
        slot.since = hardware.timestamp();
        connection.used++;
        connection.queue.enqueue(slot);
        trace.note(TraceEvent.QUEUED, sender.isolate, slot, slot.operation());
        return slot;
    }
}
