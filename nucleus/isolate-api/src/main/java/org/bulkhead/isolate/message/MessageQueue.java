package org.bulkhead.isolate.message;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;

/** A service's queue as its clients see it. It belongs to the service's name, so it outlives each instance that serves it. */
public final class MessageQueue {
    private final int handle;
    private final String service;

    public MessageQueue(int handle, String service) {
        this.handle = handle;
        this.service = service;
    }

    /** Returns the name of the service. */
    public String service() {
        return service;
    }

    /**
     * Sends {@code message} and waits for the reply, which replaces it and is ready for reading.
     *
     * @param timeout nanoseconds, or {@link Nucleus#FOREVER}
     * @throws org.bulkhead.isolate.call.NucleusException if no reply came; its class says why
     */
    public void call(Message message, long timeout) {
        Nucleus.check(Nucleus.tryCallQueue(handle, message.address(), message.transferList(), Nucleus.after(timeout)), service);
        message.rewind();
    }

    /**
     * Sends {@code message} without wanting a reply; never waits.
     *
     * @throws org.bulkhead.isolate.call.NucleusException if it was not queued
     */
    public void send(Message message) {
        Nucleus.check(Nucleus.trySend(handle, message.address(), message.transferList()), service);
    }

    /** Replies to a call that was put off; returns whether the caller was still waiting. */
    public static boolean reply(long token, Message message) {
        long result = Nucleus.tryReply(token, message.address());
        if (result < 0 && Nucleus.error(result) != ErrorCode.TOKEN_VOID) {
            Nucleus.check(result, "reply");
        }
        return result >= 0;
    }
}
