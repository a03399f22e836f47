package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls about a request that the caller has submitted: it collects the reply, or wants it no longer. */
public record Collecting(Pools pools, Completion completion, Transfers transfers) {
    /**
     * Submitters: fetches the reply, or returns the error by which the request ended. Either way the token is void then.
     * Refuses: TOKEN_VOID; NOT_ENDED; BAD_ADDRESS; NO_RESOURCE (also: handles in the reply find no room); NO_MEMORY.
     */
    long collect(KernelThread thread, long token, long message) {
        Isolate isolate = thread.isolate;
        MessageSlot slot = find(isolate, token);
        if (slot == null) return ErrorCode.TOKEN_VOID.result;
        if (slot.state != MessageSlot.State.ENDED) return ErrorCode.NOT_ENDED.result;
        long place = isolate.space.message(message, AddressSpace.Access.WRITE);
        if (place == 0) return isolate.space.refusal.result;
        if (!isolate.handles.hasRoomFor(slot.cargo.used)) return ErrorCode.NO_RESOURCE.result;
        // Point of no return.
        if (slot.result == 0) {
            Magic.copy(Address.fromLong(slot.memory), Address.fromLong(place), MessageLayout.SIZE);
            transfers.unload(slot.cargo, isolate.handles, place);
        }
        completion.free(slot);
        return slot.result;
    }

    /** Submitters: ends the request and forgets it: returns 0, or 1 if it had ended before, which is left to be collected. Refuses: TOKEN_VOID. */
    long cancel(KernelThread thread, long token) {
        MessageSlot slot = find(thread.isolate, token);
        if (slot == null) return ErrorCode.TOKEN_VOID.result;
        if (slot.state == MessageSlot.State.ENDED) return 1;
        completion.drop(slot);
        return 0;
    }

    private MessageSlot find(Isolate isolate, long token) {
        MessageSlot slot = pools.slots[MessageSlot.indexOf(token)];
        return slot.isSubmissionOf(isolate) && slot.submission == token ? slot : null;
    }
}
