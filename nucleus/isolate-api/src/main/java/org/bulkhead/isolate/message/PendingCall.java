package org.bulkhead.isolate.message;

import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;

/** A request that has been submitted and whose reply has not been collected. */
public final class PendingCall {
    private static final long NOT_ENDED = ErrorCode.NOT_ENDED.result;

    private final String service;
    private final Message message;
    private final long token;
    private final int bit;
    /** What the nucleus said of the end; NOT_ENDED until then. */
    private long result = NOT_ENDED;

    PendingCall(String service, Message message, long token, int bit) {
        this.service = service;
        this.message = message;
        this.token = token;
        this.bit = bit;
    }

    /**
     * {@return whether the request has ended, in whatever way} If it ended with a reply, that is in the message now.
     *
     * @throws org.bulkhead.isolate.call.NucleusException NO_RESOURCE if handles came with the reply and this isolate has no room for them; they wait
     */
    public boolean isDone() {
        if (result == NOT_ENDED) {
            long now = Nucleus.tryCollect(token, message.address());
            if (Nucleus.error(now) == ErrorCode.NO_RESOURCE) {
                Nucleus.check(now, service);
            }
            result = now;
            if (result == 0) {
                message.received();
            }
        }
        return result != NOT_ENDED;
    }

    /**
     * Waits until the request has ended, and returns the message with the reply, ready for reading. Requests to this isolate stay queued meanwhile.
     *
     * @return the message that was submitted
     * @throws org.bulkhead.isolate.call.NucleusException if it ended without a reply; the class says why
     */
    public Message collect() {
        while (!isDone()) {
            Notifications.await(1L << bit, Nucleus.FOREVER);
        }
        Nucleus.check(result, service);
        return message;
    }

    /**
     * Ends the request if it has not ended, and forgets it; a server that works on it finds its token void. Returns whether it had not ended; else {@link #collect} still tells how it did.
     *
     * @return whether the request had not ended
     */
    public boolean cancel() {
        if (result != NOT_ENDED || Nucleus.tryCancel(token) != 0) {
            return false;
        }
        result = ErrorCode.CANCELLED.result;
        return true;
    }
}
