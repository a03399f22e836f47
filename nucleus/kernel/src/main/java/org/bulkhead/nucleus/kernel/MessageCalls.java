package org.bulkhead.nucleus.kernel;

/** System calls that send, receive and answer messages. */
public record MessageCalls(Sending sending, Receiving receiving, Replying replying) {
    /**
     * Holders of a connection with CALL: sends a request and waits for the reply.
     * Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT, OFFLINE, WRONG_RANK, BAD_ADDRESS, BAD_ARGUMENT, NO_CREDIT, NO_RESOURCE, NO_MEMORY, DEADLINE (already past).
     * Ends with 0, DEADLINE, CANCELLED, REFUSED, PEER_DIED_QUEUED, PEER_DIED_IN_SERVICE, POISONED, OFFLINE.
     */
    long call(KernelThread thread, long handle, long message, long transfers, long deadline) { return sending.call(thread, handle, message, transfers, deadline); }

    /** Holders of a connection with SEND: sends without waiting. Refuses as call, except for WRONG_RANK and DEADLINE. */
    long send(KernelThread thread, long handle, long message, long transfers) { return sending.send(thread, handle, message, transfers); }

    /** Every isolate; servers of the queue, if one is named: waits for a notification or a message. Refuses: BAD_ADDRESS, NO_RESOURCE, NO_MEMORY, BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT. Ends also with DEADLINE. */
    long receive(KernelThread thread, long handle, long message, long deadline) {
        long refusal = receiving.check(thread, handle, message);
        return refusal < 0 ? refusal : receiving.receive(thread, handle, message, deadline);
    }

    /** Servers of the request: answers it. Refuses: TOKEN_VOID, BAD_ADDRESS, BAD_ARGUMENT, NO_RESOURCE, NO_MEMORY. */
    long reply(KernelThread thread, long token, long message) { return replying.reply(thread, token, message); }

    /** As reply, then as receive. A void token only drops the reply. Everything that can be refused, except for that, is refused before the reply goes out. */
    long replyAndReceive(KernelThread thread, long token, long message, long handle, long deadline) {
        long refusal = receiving.check(thread, handle, message);
        if (refusal < 0) return refusal;
        refusal = replying.reply(thread, token, message);
        return refusal < 0 && refusal != Refusal.TOKEN_VOID ? refusal : receiving.receive(thread, handle, message, deadline);
    }

    /** Servers of the request: ends it as malformed. Refuses: TOKEN_VOID. */
    long refuse(KernelThread thread, long token) { return replying.refuse(thread, token); }

    /** The caller's isolate: ends its own pending call. Refuses: TOKEN_VOID. */
    long cancel(KernelThread thread, long token) { return replying.cancel(thread, token); }

    /** Servers of the request: copies from or to memory lent with it. Refuses: TOKEN_VOID, BAD_LEASE, BAD_ARGUMENT, BAD_ADDRESS, NO_RESOURCE, NO_MEMORY. */
    long copyLent(KernelThread thread, int kind, long token, long index, long offset, long address, long length) {
        return replying.copyLent(thread, kind, token, index, offset, address, length);
    }
}
