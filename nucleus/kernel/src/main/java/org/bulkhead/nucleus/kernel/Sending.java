package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;

/** Putting messages into queues: with a reply to wait for, or without. */
public record Sending(Clock clock, Scheduler scheduler, TimerList timers, Handles handles, Receiving receiving, Donation donation, Scratch scratch) {
    /** Sends a request and makes the thread wait for the reply. Returns PENDING or the refusal. */
    public long call(KernelThread caller, long handle, long message, long transfers, long deadline) {
        long entry = admit(caller, handle, Rights.CALL, message, transfers);
        if (entry < 0) return entry;
        if (deadline != Timer.NEVER && deadline <= clock.now()) return Refusal.DEADLINE;
        // Point of no return.
        Connection connection = handles.connection(caller.isolate.handles, (int) entry);
        MessageSlot slot = commit(caller, connection, deadline);
        slot.caller = caller;
        caller.message = message;
        caller.slot = slot;
        scheduler.block(caller, ThreadState.CALLING);
        timers.set(caller.timer, deadline);
        donation.lift(slot.queue, caller.priority);
        receiving.offer(slot.queue);
        return Refusal.PENDING;
    }

    /** Sends a message that wants no reply. Returns 0 or the refusal. */
    public long send(KernelThread sender, long handle, long message, long transfers) {
        long entry = admit(sender, handle, Rights.SEND, message, transfers);
        if (entry < 0) return entry;
        // Point of no return.
        Connection connection = handles.connection(sender.isolate.handles, (int) entry);
        MessageSlot slot = commit(sender, connection, Timer.NEVER);
        receiving.offer(slot.queue);
        return 0;
    }

    /** Checks everything, and copies the message to the free slot that it will have. Returns the entry of the connection, or the refusal. */
    private long admit(KernelThread sender, long handle, int right, long message, long transfers) {
        Isolate isolate = sender.isolate;
        long entry = handles.find(isolate, handle, HandleKind.CONNECTION);
        if (entry < 0) return entry;
        if (!isolate.handles.allows((int) entry, right)) return Refusal.NO_RIGHT;
        Connection connection = handles.connection(isolate.handles, (int) entry);
        if (!connection.isOnline()) return Refusal.OFFLINE;
        if (right == Rights.CALL && connection.queue.rank >= isolate.rank) return Refusal.WRONG_RANK;
        if ((message & Long.BYTES - 1) != 0) return Refusal.BAD_ADDRESS;
        // A caller's buffer must also take the reply.
        if (!isolate.space.prepare(message, MessageLayout.SIZE, right == Rights.CALL ? AddressSpace.Access.WRITE : AddressSpace.Access.READ)) {
            return Refusal.of(isolate.space.failure());
        }
        if (connection.used >= connection.credits) return Refusal.NO_CREDIT;
        MessageSlot slot = connection.queue.firstFree();
        isolate.space.copyIn(message, slot.memory, MessageLayout.SIZE);
        long refusal = checkContents(isolate, slot, transfers);
        return refusal < 0 ? refusal : entry;
    }

    private long checkContents(Isolate isolate, MessageSlot slot, long transfers) {
        Address message = Address.fromLong(slot.memory);
        int length = message.loadChar(MessageLayout.LENGTH);
        int count = message.loadByte(MessageLayout.TRANSFERS) & 0xFF;
        int flags = message.loadByte(MessageLayout.FLAGS) & 0xFF;
        if (length > MessageLayout.PAYLOAD_SIZE || count > MessageLayout.TRANSFER_LIMIT || (flags & ~MessageLayout.FLAG_IDEMPOTENT) != 0 || count > 0 != (transfers != 0)) {
            return Refusal.BAD_ARGUMENT;
        }
        if (count > 0 && !isolate.space.copyIn(transfers, scratch.transfers(), (long) count * MessageLayout.TRANSFER_SIZE)) return Refusal.of(isolate.space.failure());
        int moved = 0;
        for (int i = 0; i < MessageLayout.TRANSFER_LIMIT; i++) {
            slot.leaseKind[i] = MessageSlot.NO_LEASE;
            if (i < count) {
                long result = checkTransfer(isolate, slot, i);
                if (result < 0) return result;
                moved += result;
            }
        }
        slot.repeat = (flags & MessageLayout.FLAG_IDEMPOTENT) != 0 ? MessageSlot.Repeat.ONCE : MessageSlot.Repeat.NEVER;
        // Handles arrive only once, so such a request can't be repeated; and they take the end of the payload.
        boolean fits = length <= MessageLayout.PAYLOAD_SIZE - MessageLayout.TRANSFER_LIMIT * Integer.BYTES && slot.repeat == MessageSlot.Repeat.NEVER;
        return moved == 0 || fits ? 0 : Refusal.BAD_ARGUMENT;
    }

    /** Returns the number of handles that transfer {@code i} moves, 0 or 1, or the refusal. */
    private long checkTransfer(Isolate isolate, MessageSlot slot, int i) {
        Address transfer = transfer(i);
        int kind = transfer.loadInt(MessageLayout.TRANSFER_KIND);
        if (kind == MessageLayout.KIND_HANDLE) {
            int handle = transfer.loadInt(MessageLayout.TRANSFER_HANDLE);
            for (int earlier = 0; earlier < i; earlier++) {
                if (transfer(earlier).loadInt(MessageLayout.TRANSFER_KIND) == kind && transfer(earlier).loadInt(MessageLayout.TRANSFER_HANDLE) == handle) return Refusal.BAD_HANDLE;
            }
            long entry = isolate.handles.find(handle);
            if (entry < 0) return entry;
            return Handles.isMovable(isolate.handles.kind((int) entry)) ? 1 : Refusal.WRONG_KIND;
        }
        if (kind != MessageLayout.KIND_LEASE_READ && kind != MessageLayout.KIND_LEASE_WRITE) return Refusal.BAD_ARGUMENT;
        long address = transfer.loadLong(MessageLayout.TRANSFER_ADDRESS);
        long length = transfer.loadLong(MessageLayout.TRANSFER_LENGTH);
        if (address >>> 32 != 0 || address < AddressSpaceLayout.NULL_END || length < 0 || length > AddressSpaceLayout.USER_END - address) return Refusal.BAD_ADDRESS;
        slot.leaseKind[i] = kind;
        slot.leaseAddress[i] = address;
        slot.leaseLength[i] = length;
        return 0;
    }

    private Address transfer(int i) { return Address.fromLong(scratch.transfers() + (long) i * MessageLayout.TRANSFER_SIZE); }

    private MessageSlot commit(KernelThread sender, Connection connection, long deadline) {
        MessageSlot slot = connection.queue.firstFree();
        Address message = Address.fromLong(slot.memory);
        int count = message.loadByte(MessageLayout.TRANSFERS);
        HandleTable table = sender.isolate.handles;
        for (int i = 0; i < count; i++) {
            if (transfer(i).loadInt(MessageLayout.TRANSFER_KIND) == MessageLayout.KIND_HANDLE) {
                table.moveTo(slot.cargo, (int) table.find(transfer(i).loadInt(MessageLayout.TRANSFER_HANDLE)));
            }
        }
        message.storeLong(0, MessageLayout.TOKEN);
        message.storeInt(connection.badge, MessageLayout.BADGE);
        message.storeInt(sender.isolate.generation, MessageLayout.GENERATION);
        message.storeLong(deadline, MessageLayout.DEADLINE);
        slot.caller = null;
        slot.connection = connection;
        slot.priority = sender.priority;
        connection.used++;
        connection.queue.enqueue(slot);
        return slot;
    }
}
