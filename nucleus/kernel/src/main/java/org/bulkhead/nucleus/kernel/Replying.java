package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;

/** What a server does with a request in service: reply, refuse, and reach into the memory lent with it; and what its caller can still do: cancel. */
public record Replying(Pools pools, Completion completion, Scratch scratch, DeathRing deaths) {
    /** Most bytes that one lease copy moves: it runs with interrupts off. */
    public static final long COPY_LIMIT = 256 * 1024;

    /** Returns the request that the isolate serves under the token, or null. */
    private MessageSlot served(Isolate server, long token) {
        MessageSlot slot = find(token);
        return slot != null && slot.queue.server == server ? slot : null;
    }

    private MessageSlot find(long token) {
        int index = MessageSlot.indexOf(token);
        if (index >= Pools.SLOTS) return null;
        MessageSlot slot = pools.slots[index];
        return slot.state == MessageSlot.State.IN_SERVICE && slot.token() == token ? slot : null;
    }

    /** Copies the reply to the caller, who continues. Refuses: TOKEN_VOID, BAD_ADDRESS, BAD_ARGUMENT (length over 96). */
    public long reply(KernelThread server, long token, long message) {
        MessageSlot slot = served(server.isolate, token);
        if (slot == null) return Refusal.TOKEN_VOID;
        if ((message & Long.BYTES - 1) != 0) return Refusal.BAD_ADDRESS;
        if (!server.isolate.space.copyIn(message, scratch.message(), MessageLayout.SIZE)) return Refusal.of(server.isolate.space.failure());
        Address reply = Address.fromLong(scratch.message());
        if (reply.loadChar(MessageLayout.LENGTH) > MessageLayout.PAYLOAD_SIZE) return Refusal.BAD_ARGUMENT;
        // Point of no return.
        reply.storeShort((short) 0, MessageLayout.TRANSFERS);
        reply.storeLong(0, MessageLayout.TOKEN);
        reply.storeInt(0, MessageLayout.BADGE);
        reply.storeInt(server.isolate.generation, MessageLayout.GENERATION);
        KernelThread caller = slot.caller;
        // The buffer was made writable when the call began, and since then its isolate has not run.
        caller.isolate.space.copyOut(scratch.message(), caller.message, MessageLayout.SIZE);
        MessageQueue queue = slot.queue;
        completion.finish(slot, 0);
        if (queue.unservedDeath >= 0) {
            deaths.serviceResumed(queue.unservedDeath);
            queue.unservedDeath = -1;
        }
        return 0;
    }

    /** Ends a request as malformed: the caller gets REFUSED, and it counts against its isolate. Refuses: TOKEN_VOID. */
    public long refuse(KernelThread server, long token) {
        MessageSlot slot = served(server.isolate, token);
        if (slot == null) return Refusal.TOKEN_VOID;
        slot.caller.isolate.refusals++;
        completion.finish(slot, Refusal.REFUSED);
        return 0;
    }

    /** Ends the isolate's own call that is in service under the token. Refuses: TOKEN_VOID. */
    public long cancel(KernelThread caller, long token) {
        MessageSlot slot = find(token);
        if (slot == null || slot.caller.isolate != caller.isolate) return Refusal.TOKEN_VOID;
        completion.finish(slot, Refusal.CANCELLED);
        return 0;
    }

    /** Copies between the server's memory and memory lent with a request; {@code kind} is the lease that this needs. Refuses: TOKEN_VOID, BAD_LEASE, BAD_ARGUMENT (more than {@link #COPY_LIMIT}), BAD_ADDRESS. */
    public long copyLent(KernelThread server, int kind, long token, long index, long offset, long address, long length) {
        MessageSlot slot = served(server.isolate, token);
        if (slot == null) return Refusal.TOKEN_VOID;
        if (index < 0 || index >= MessageLayout.TRANSFER_LIMIT || slot.leaseKind[(int) index] != kind) return Refusal.BAD_LEASE;
        long lent = slot.leaseLength[(int) index];
        if (offset < 0 || length < 0 || offset > lent || length > lent - offset) return Refusal.BAD_LEASE;
        if (length > COPY_LIMIT) return Refusal.BAD_ARGUMENT;
        if (address >>> 32 != 0) return Refusal.BAD_ADDRESS;
        Isolate own = server.isolate;
        Isolate lender = slot.caller.isolate;
        long there = slot.leaseAddress[(int) index] + offset;
        boolean reads = kind == MessageLayout.KIND_LEASE_READ;
        // The borrower's range first: a refused copy has moved nothing, unless it is the lender who lent what it does not have.
        if (!own.space.prepare(address, length, reads ? AddressSpace.Access.WRITE : AddressSpace.Access.READ)) return Refusal.of(own.space.failure());
        long done = reads ? lender.space.copyTo(own.space, there, address, length) : own.space.copyTo(lender.space, address, there, length);
        return done == length ? 0 : Refusal.BAD_LEASE;
    }
}
