package org.bulkhead.isolate.message;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.ProgramThreads;

/** A service's queue as its clients see it. It belongs to the service's name, so it outlives each instance that serves it. */
public final class MessageQueue {
    private final int handle;
    private final String service;
    private static final int NONE = -1;

    /** Longest time of any call through this object, in nanoseconds. */
    private final long limit;
    /** The notification bit by which calls wait while other threads run; {@link #NONE} if calls stop the whole isolate. */
    private final int bit;

    /**
     * Makes the client's side of a queue.
     *
     * @param handle by which this isolate knows the queue
     * @param service name of the service, for messages
     */
    public MessageQueue(int handle, String service) {
        this(handle, service, Nucleus.FOREVER, NONE);
    }

    private MessageQueue(int handle, String service, long limit, int bit) {
        this.handle = handle;
        this.service = service;
        this.limit = limit;
        this.bit = bit;
    }

    /**
     * {@return the same queue, whose calls last at most {@code nanos} nanoseconds, whatever their protocol allows} For clients that must never wait for a server longer than they choose.
     *
     * @param nanos longest time of a call, above 0; then it ends with {@link org.bulkhead.isolate.call.DeadlineException}
     */
    public MessageQueue within(long nanos) {
        return new MessageQueue(handle, service, Math.min(limit, nanos), bit);
    }

    /**
     * {@return the same queue, whose calls let other threads of this isolate run until the reply comes} For one thread at a time. Such a call lends the server no priority.
     *
     * @param waitBit notification bit, 0 to 63, that nothing else of this isolate uses
     */
    public MessageQueue lettingOthersRun(int waitBit) {
        return new MessageQueue(handle, service, limit, waitBit);
    }

    /** {@return the name of the service} */
    public String service() {
        return service;
    }

    /**
     * Sends {@code message} and waits for the reply, which replaces it and is ready for reading.
     *
     * @param message the request, and afterwards the reply
     * @param timeout nanoseconds, or {@link Nucleus#FOREVER}
     * @throws org.bulkhead.isolate.call.NucleusException if no reply came; its class says why
     */
    @Inline
    public void call(Message message, long timeout) {
        if (bit != NONE && ProgramThreads.othersLive()) {
            submit(message, timeout, bit).collect();
            return;
        }
        Address transfers = message.transferList();
        long deadline = Nucleus.after(Math.min(timeout, limit));
        Nucleus.check(Nucleus.tryCallQueue(handle, message.address(), transfers, deadline), service);
        message.received();
    }

    /**
     * Sends {@code message} and does not wait: the reply is to be collected, into the same message, which must be left alone until then. Its credit is held until then, too.
     *
     * @param message the request
     * @param timeout nanoseconds, or {@link Nucleus#FOREVER}
     * @param endBit notification bit, 0 to 63, that is set when the request has ended in whatever way; several requests may share one
     * @return the call, by which to collect the reply
     * @throws org.bulkhead.isolate.call.NucleusException if it was not queued
     */
    public PendingCall submit(Message message, long timeout, int endBit) {
        long token = Nucleus.check(Nucleus.trySubmit(handle, message.address(), message.transferList(), Nucleus.after(Math.min(timeout, limit)), endBit), service);
        return new PendingCall(service, message, token, endBit);
    }

    /**
     * {@return whether there is a credit for another request; if not, notification {@code creditBit} will be set once when one has come back}
     *
     * @param creditBit number of the notification bit, 0 to 63
     * @throws org.bulkhead.isolate.call.NucleusException if the service was given up
     */
    public boolean awaitCredit(int creditBit) {
        return Nucleus.check(Nucleus.tryAwaitCredit(handle, creditBit), service) != 0;
    }

    /**
     * Sends {@code message} without wanting a reply; never waits.
     *
     * @param message what to send
     * @throws org.bulkhead.isolate.call.NucleusException if it was not queued
     */
    @Inline
    public void send(Message message) {
        Address transfers = message.transferList();
        Nucleus.check(Nucleus.trySend(handle, message.address(), transfers), service);
    }

    /**
     * Replies to a call that was put off; returns whether the caller was still waiting.
     *
     * @param token of the request, as {@link Message#token} had it
     * @param message the reply
     * @return whether the caller was still waiting
     * @throws org.bulkhead.isolate.call.NucleusException NO_RESOURCE if the caller has no room for the handles in the reply: they stay here, and the call waits for another reply
     */
    public static boolean reply(long token, Message message) {
        long result = Nucleus.tryReply(token, message.address(), message.transferList());
        if (result < 0 && Nucleus.error(result) != ErrorCode.TOKEN_VOID) {
            Nucleus.check(result, "reply");
        }
        return result >= 0;
    }
}
