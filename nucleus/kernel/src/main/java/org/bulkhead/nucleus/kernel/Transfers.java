package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.vm.magic.*;

/** What travels with a message: handles move from table to table, by way of its slot; leases are noted in the slot. The list is looked at in a copy, behind the message in the scratch page. */
public record Transfers(Pools pools) {
    /** Longest payload of a message with handles: they take its end. */
    private static final int PAYLOAD_LIMIT = MessageLayout.PAYLOAD_SIZE - MessageLayout.TRANSFER_LIMIT * Integer.BYTES;

    /** Checks the list of a message, whose header has the count, and notes leases in {@code lender}; null: a reply, which lends nothing. Returns the number of handles that would move, or the refusal. */
    long check(Isolate isolate, Address message, long list, MessageSlot lender) {
        int count = message.loadByte(MessageLayout.TRANSFERS) & 0xFF;
        if (count == 0 || count > MessageLayout.TRANSFER_LIMIT) return ErrorCode.BAD_ARGUMENT.result;
        if (!isolate.space.copyIn(list, entry(0).toLong(), (long) count * MessageLayout.TRANSFER_SIZE)) return isolate.space.refusal.result;
        long moved = 0;
        if (lender != null) {
            lender.lent = count;
        }
        for (int i = 0; i < count; i++) {
            long result = entry(i).loadInt(MessageLayout.TRANSFER_KIND) == MessageLayout.KIND_HANDLE ? checkHandle(isolate, i, lender) : checkLease(i, lender);
            if (result < 0) return result;
            moved += result;
        }
        return moved > 0 && message.loadChar(MessageLayout.LENGTH) > PAYLOAD_LIMIT ? ErrorCode.BAD_ARGUMENT.result : moved;
    }

    private long checkLease(int i, MessageSlot lender) {
        int kind = entry(i).loadInt(MessageLayout.TRANSFER_KIND);
        if (lender == null || kind != MessageLayout.KIND_LEASE_READ && kind != MessageLayout.KIND_LEASE_WRITE) return ErrorCode.BAD_ARGUMENT.result;
        long address = entry(i).loadLong(MessageLayout.TRANSFER_ADDRESS);
        long length = entry(i).loadLong(MessageLayout.TRANSFER_LENGTH);
        if (address >>> 32 != 0 || address < AddressSpaceLayout.NULL_END || length < 0 || length > AddressSpaceLayout.USER_END - address) return ErrorCode.BAD_ADDRESS.result;
        lender.leaseKind[i] = kind;
        lender.leaseAddress[i] = address;
        lender.leaseLength[i] = length;
        return 0;
    }

    private long checkHandle(Isolate isolate, int i, MessageSlot lender) {
        if (lender != null) {
            lender.leaseKind[i] = MessageSlot.NO_LEASE;
        }
        for (int earlier = 0; earlier < i; earlier++) {
            if (movesHandle(earlier) && handle(earlier) == handle(i)) return ErrorCode.BAD_HANDLE.result;
        }
        Handle entry = isolate.handles.find(handle(i));
        if (entry == null) return isolate.handles.refusal.result;
        return entry.isMovable() ? 1 : ErrorCode.WRONG_KIND.result;
    }

    /** Moves the handles of a list that has been checked, {@code moved} of them, into a slot. */
    void load(HandleTable from, HandleTable cargo, long moved) {
        for (int i = 0; cargo.used < moved; i++) {
            if (movesHandle(i)) {
                from.moveTo(cargo, from.find(handle(i)));
            }
        }
    }

    /** Moves the handles in a slot to a table, which must have room, and writes their new numbers to the end of the message's payload. */
    void unload(HandleTable cargo, HandleTable to, long message) {
        if (cargo.used == 0) return;
        Address.fromLong(message).storeByte((byte) (cargo.used << MessageLayout.HANDLES_SHIFT), MessageLayout.FLAGS);
        int at = MessageLayout.PAYLOAD + PAYLOAD_LIMIT;
        for (int i = 0; cargo.used > 0; i++) {
            // What was loaded takes the first entries.
            Address.fromLong(message).storeInt(cargo.moveTo(to, cargo.entries[i]).number(), at);
            at += Integer.BYTES;
        }
    }

    private boolean movesHandle(int i) {
        return entry(i).loadInt(MessageLayout.TRANSFER_KIND) == MessageLayout.KIND_HANDLE;
    }

    private int handle(int i) {
        return entry(i).loadInt(MessageLayout.TRANSFER_HANDLE);
    }

    private Address entry(int i) {
        return Address.fromLong(pools.scratch + MessageLayout.SIZE + i * MessageLayout.TRANSFER_SIZE);
    }
}
