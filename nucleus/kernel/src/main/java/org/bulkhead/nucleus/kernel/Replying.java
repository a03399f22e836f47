package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls about a request in service: its server replies, refuses, and reaches into the memory lent with it. */
public record Replying(Pools pools, Completion completion, Receiving receiving, Transfers transfers, DeathRing deaths) {
    /** Most bytes that one lease copy moves: it runs with interrupts off. */
    public static final long COPY_LIMIT = 256 * 1024;

    /** Returns the request that the isolate serves under the token, or null. */
    private MessageSlot served(Isolate server, long token) {
        MessageSlot slot = pools.slots[MessageSlot.indexOf(token)];
        return slot.state == MessageSlot.State.IN_SERVICE && slot.token() == token && slot.queue.server == server ? slot : null;
    }

    /**
     * Servers of the request: gives the reply to the caller, who continues, or lays it down for the submitter.
     * Refuses: TOKEN_VOID; BAD_ADDRESS; NO_RESOURCE (also: its handles find no room at the caller); NO_MEMORY; BAD_ARGUMENT: too long, or transfers that are no handles; BAD_HANDLE, STALE_HANDLE, WRONG_KIND.
     */
    long reply(KernelThread server, long token, long message, long list) {
        MessageSlot slot = served(server.isolate, token);
        if (slot == null) return ErrorCode.TOKEN_VOID.result;
        long place = server.isolate.space.message(message, AddressSpace.Access.READ);
        return place == 0 ? server.isolate.space.refusal.result : reply(slot, server.isolate, place, list);
    }

    private long reply(MessageSlot slot, Isolate server, long place, long list) {
        Address from = Address.fromLong(place);
        if (from.loadChar(MessageLayout.LENGTH) > MessageLayout.PAYLOAD_SIZE) return ErrorCode.BAD_ARGUMENT.result;
        long moved = list == 0 ? 0 : transfers.check(server, from, list, null);
        if (moved < 0) return moved;
        KernelThread caller = slot.sender;
        boolean waits = slot.reply == MessageSlot.Reply.AWAITED;
        if (waits && moved > 0 && !caller.isolate.handles.hasRoomFor((int) moved)) return ErrorCode.NO_RESOURCE.result;
        // Point of no return.
        long to = waits ? caller.message : slot.memory;
        Address reply = Address.fromLong(to);
        Magic.copy(from, reply, MessageLayout.SIZE);
        reply.storeShort((short) moved, MessageLayout.TRANSFERS);
        reply.storeLong(0, MessageLayout.TOKEN);
        reply.storeInt(0, MessageLayout.BADGE);
        reply.storeInt(server.generation, MessageLayout.GENERATION);
        transfers.load(server.handles, slot.cargo, moved);
        if (waits) {
            transfers.unload(slot.cargo, caller.isolate.handles, to);
        }
        MessageQueue queue = slot.queue;
        completion.finish(slot, 0);
        if (queue.unservedDeath >= 0) {
            deaths.serviceResumed(queue.unservedDeath);
            queue.unservedDeath = -1;
        }
        return 0;
    }

    /** As reply, then as receive. A void token only drops the reply. Everything that can be refused, except for that, is refused before the reply goes out. */
    long replyAndReceive(KernelThread thread, long token, long message, long handle, long deadline, long list) {
        long refusal = receiving.prepare(thread, handle, message);
        MessageSlot slot = refusal < 0 ? null : served(thread.isolate, token);
        if (slot != null) {
            refusal = reply(slot, thread.isolate, thread.message, list);
        }
        return refusal < 0 ? refusal : receiving.receivePrepared(thread, deadline);
    }

    /** Servers of the request: ends it as malformed: the caller gets REFUSED, and it counts against its isolate. Refuses: TOKEN_VOID. */
    long refuse(KernelThread server, long token) {
        MessageSlot slot = served(server.isolate, token);
        if (slot == null) return ErrorCode.TOKEN_VOID.result;
        slot.sender.isolate.refusals++;
        completion.finish(slot, ErrorCode.REFUSED.result);
        return 0;
    }

    /**
     * Servers of the request: copies between their memory and memory lent with it; {@code kind} is the lease that this needs.
     * Refuses: TOKEN_VOID, BAD_LEASE, BAD_ARGUMENT (more than {@link #COPY_LIMIT}), BAD_ADDRESS, NO_RESOURCE, NO_MEMORY.
     */
    long copyLent(KernelThread server, int kind, long token, long index, long offset, long address, long length) {
        MessageSlot slot = served(server.isolate, token);
        if (slot == null) return ErrorCode.TOKEN_VOID.result;
        if (!slot.lends(index, kind)) return ErrorCode.BAD_LEASE.result;
        long lent = slot.leaseLength[(int) index];
        if (offset < 0 || length < 0 || offset > lent || length > lent - offset) return ErrorCode.BAD_LEASE.result;
        if (length > COPY_LIMIT) return ErrorCode.BAD_ARGUMENT.result;
        AddressSpace own = server.isolate.space;
        AddressSpace lender = slot.sender.isolate.space;
        long there = slot.leaseAddress[(int) index] + offset;
        boolean reads = kind == MessageLayout.KIND_LEASE_READ;
        // The borrower's range first: a refused copy has moved nothing, unless it is the lender who lent what it does not have.
        if (!own.prepare(address, length, reads ? AddressSpace.Access.WRITE : AddressSpace.Access.READ)) return own.refusal.result;
        boolean done = reads ? lender.copyTo(own, there, address, length) : own.copyTo(lender, address, there, length);
        return done ? 0 : ErrorCode.BAD_LEASE.result;
    }

    /** Servers of the request: maps memory lent with it until its service is over; returns where. Refuses: TOKEN_VOID; BAD_LEASE: not of that kind and length, or no memory that can be mapped; NO_RESOURCE; NO_MEMORY. */
    long mapLent(KernelThread server, long token, long index, long kind, long length) {
        MessageSlot slot = served(server.isolate, token);
        if (slot == null) return ErrorCode.TOKEN_VOID.result;
        if (!slot.lends(index, kind) || slot.leaseLength[(int) index] != length) return ErrorCode.BAD_LEASE.result;
        int lease = (int) index;
        if (slot.mapped[lease] != 0) return slot.mapped[lease];
        AddressSpace.Access access = kind == MessageLayout.KIND_LEASE_WRITE ? AddressSpace.Access.WRITE : AddressSpace.Access.READ;
        slot.borrower = server.isolate.space;
        slot.mapped[lease] = slot.borrower.borrow(slot.sender.isolate.space, slot.leaseAddress[lease], length, access);
        return slot.mapped[lease] != 0 ? slot.mapped[lease] : slot.borrower.refusal.result;
    }
}
