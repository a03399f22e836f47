package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;

/** System calls that put messages into queues: with a reply to wait for, or without. */
public record Sending(Pools pools, Clock clock, Scheduler scheduler, TimerList timers, Receiving receiving, Donation donation) {
    /**
     * Holders of a connection with CALL: sends a request and waits for the reply.
     * Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT, OFFLINE, WRONG_RANK, BAD_ADDRESS, BAD_ARGUMENT, NO_CREDIT, NO_RESOURCE, NO_MEMORY, DEADLINE (already past).
     * Ends with 0, DEADLINE, CANCELLED, REFUSED, PEER_DIED_QUEUED, PEER_DIED_IN_SERVICE, POISONED, OFFLINE.
     */
    long call(KernelThread caller, long handle, long message, long transfers, long deadline) {
        long refusal = check(caller.isolate, handle, Rights.CALL, message, transfers);
        if (refusal < 0) return refusal;
        if (deadline <= clock.now()) return ErrorCode.DEADLINE.result;
        // Point of no return.
        MessageSlot slot = commit(caller, handle, deadline);
        slot.caller = caller;
        caller.message = message;
        caller.slot = slot;
        scheduler.block(caller, KernelThread.State.CALLING);
        timers.set(caller.timer, deadline);
        Isolate server = slot.queue.server;
        if (server != null && server.thread.priority < caller.priority) {
            donation.settle(server.thread);
        }
        receiving.offer(slot.queue);
        return SystemCalls.PENDING;
    }

    /** Holders of a connection with SEND: sends without waiting. Refuses as call, except for WRONG_RANK and DEADLINE. */
    long send(KernelThread sender, long handle, long message, long transfers) {
        long refusal = check(sender.isolate, handle, Rights.SEND, message, transfers);
        if (refusal < 0) return refusal;
        // Point of no return.
        MessageSlot slot = commit(sender, handle, Timer.NEVER);
        receiving.offer(slot.queue);
        return 0;
    }

    /** Checks everything, and copies the message to the free slot that it will have. Returns 0 or the refusal. */
    private long check(Isolate isolate, long handle, int right, long message, long transfers) {
        Handle entry = isolate.handles.find(handle, HandleKind.CONNECTION, right);
        if (entry == null) return isolate.handles.refusal.result;
        Connection connection = pools.connections[entry.object.index];
        if (!connection.isOnline()) return ErrorCode.OFFLINE.result;
        if (right == Rights.CALL && connection.queue.rank >= isolate.rank) return ErrorCode.WRONG_RANK.result;
        if ((message & Long.BYTES - 1) != 0) return ErrorCode.BAD_ADDRESS.result;
        // A caller's buffer must also take the reply.
        AddressSpace.Access access = right == Rights.CALL ? AddressSpace.Access.WRITE : AddressSpace.Access.READ;
        if (!isolate.space.prepare(message, MessageLayout.SIZE, access)) return isolate.space.refusal.result;
        if (connection.used >= connection.credits) return ErrorCode.NO_CREDIT.result;
        MessageSlot slot = connection.queue.free;
        isolate.space.copyIn(message, slot.memory, MessageLayout.SIZE);
        return checkContents(isolate, slot, transfers);
    }

    private long checkContents(Isolate isolate, MessageSlot slot, long transfers) {
        Address message = Address.fromLong(slot.memory);
        int length = message.loadChar(MessageLayout.LENGTH);
        int count = message.loadByte(MessageLayout.TRANSFERS) & 0xFF;
        int flags = message.loadByte(MessageLayout.FLAGS) & 0xFF;
        boolean outOfRange = length > MessageLayout.PAYLOAD_SIZE || count > MessageLayout.TRANSFER_LIMIT || (flags & ~MessageLayout.FLAG_IDEMPOTENT) != 0;
        if (outOfRange || count > 0 != (transfers != 0)) return ErrorCode.BAD_ARGUMENT.result;
        if (!isolate.space.copyIn(transfers, pools.scratch, (long) count * MessageLayout.TRANSFER_SIZE)) return isolate.space.refusal.result;
        int moved = 0;
        for (int i = 0; i < MessageLayout.TRANSFER_LIMIT; i++) {
            slot.leaseKind[i] = MessageSlot.NO_LEASE;
            long result = i < count ? checkTransfer(isolate, slot, i) : 0;
            if (result < 0) return result;
            moved += result;
        }
        slot.repeat = (flags & MessageLayout.FLAG_IDEMPOTENT) != 0 ? MessageSlot.Repeat.ONCE : MessageSlot.Repeat.NEVER;
        // Handles arrive only once, so such a request can't be repeated; and they take the end of the payload.
        boolean fits = length <= MessageLayout.PAYLOAD_SIZE - MessageLayout.TRANSFER_LIMIT * Integer.BYTES && slot.repeat == MessageSlot.Repeat.NEVER;
        return moved == 0 || fits ? 0 : ErrorCode.BAD_ARGUMENT.result;
    }

    /** Returns the number of handles that transfer {@code i} moves, 0 or 1, or the refusal. */
    private long checkTransfer(Isolate isolate, MessageSlot slot, int i) {
        Address transfer = transfer(i);
        int kind = transfer.loadInt(MessageLayout.TRANSFER_KIND);
        if (kind == MessageLayout.KIND_HANDLE) return checkHandle(isolate, i, transfer.loadInt(MessageLayout.TRANSFER_HANDLE));
        if (kind != MessageLayout.KIND_LEASE_READ && kind != MessageLayout.KIND_LEASE_WRITE) return ErrorCode.BAD_ARGUMENT.result;
        long address = transfer.loadLong(MessageLayout.TRANSFER_ADDRESS);
        long length = transfer.loadLong(MessageLayout.TRANSFER_LENGTH);
        if (address >>> 32 != 0 || address < AddressSpaceLayout.NULL_END || length < 0 || length > AddressSpaceLayout.USER_END - address) return ErrorCode.BAD_ADDRESS.result;
        slot.leaseKind[i] = kind;
        slot.leaseAddress[i] = address;
        slot.leaseLength[i] = length;
        return 0;
    }

    private long checkHandle(Isolate isolate, int i, int handle) {
        for (int earlier = 0; earlier < i; earlier++) {
            if (movesHandle(earlier) && transfer(earlier).loadInt(MessageLayout.TRANSFER_HANDLE) == handle) return ErrorCode.BAD_HANDLE.result;
        }
        Handle entry = isolate.handles.find(handle);
        if (entry == null) return isolate.handles.refusal.result;
        return entry.isMovable() ? 1 : ErrorCode.WRONG_KIND.result;
    }

    private boolean movesHandle(int i) {
        return transfer(i).loadInt(MessageLayout.TRANSFER_KIND) == MessageLayout.KIND_HANDLE;
    }

    private Address transfer(int i) {
        return Address.fromLong(pools.scratch + (long) i * MessageLayout.TRANSFER_SIZE);
    }

    private MessageSlot commit(KernelThread sender, long handle, long deadline) {
        HandleTable table = sender.isolate.handles;
        Connection connection = pools.connections[table.find(handle).object.index];
        MessageSlot slot = connection.queue.free;
        Address message = Address.fromLong(slot.memory);
        int count = message.loadByte(MessageLayout.TRANSFERS);
        for (int i = 0; i < count; i++) {
            if (movesHandle(i)) {
                table.moveTo(slot.cargo, table.find(transfer(i).loadInt(MessageLayout.TRANSFER_HANDLE)));
            }
        }
        message.storeLong(0, MessageLayout.TOKEN);
        message.storeInt(connection.badge, MessageLayout.BADGE);
        message.storeInt(sender.isolate.generation, MessageLayout.GENERATION);
        message.storeLong(deadline, MessageLayout.DEADLINE);
        slot.connection = connection;
        slot.priority = sender.priority;
        connection.used++;
        connection.queue.enqueue(slot);
        return slot;
    }
}
