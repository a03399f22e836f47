package org.bulkhead.isolate.message;

import org.bulkhead.isolate.Parking;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.SystemBits;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.WindowAccessError;

/**
 * The life of a server: take a request, handle it, reply, and so on without end. Between requests notifications are handled, and before them; what the supervisor orders ({@link SystemBits}) is obeyed then,
 * too.
 */
public final class ServiceLoop {
    /** Reason given to {@link Nucleus#refuse} for an operation that the protocol does not have. */
    public static final int UNKNOWN_OPERATION = 1;
    /** Reason given to {@link Nucleus#refuse} for a payload that does not decode. */
    public static final int MALFORMED_PAYLOAD = 2;
    /** Reason given to {@link Nucleus#refuse} for lent memory that is not there. */
    public static final int UNUSABLE_LEASE = 3;
    /** Reason given to {@link Nucleus#refuse} when the caller has no room for the handles in the reply. */
    public static final int NO_ROOM_FOR_HANDLES = 4;

    private static final int ALL_QUEUES = 0;
    private static final long ALL_BITS = -1;

    private final Dispatcher dispatcher;
    private final NotificationHandler handler;
    /** Null: the isolate does not come to rest, and is simply ended when another version is to take its place. */
    private final Parking parking;
    private final Message message = new Message();

    /**
     * Makes the loop of an isolate that serves its queues with {@code dispatcher}; notification bits go to {@code handler}.
     *
     * @param dispatcher handles requests
     * @param handler handles notifications, between requests
     */
    public ServiceLoop(Dispatcher dispatcher, NotificationHandler handler) {
        this(dispatcher, handler, null);
    }

    /**
     * As the other, for an isolate that can be updated while it runs.
     *
     * @param dispatcher handles requests
     * @param handler handles notifications, between requests; not those of {@link SystemBits}
     * @param parking how the isolate comes to rest, from {@link org.bulkhead.isolate.Grants#parking}
     */
    public ServiceLoop(Dispatcher dispatcher, NotificationHandler handler, Parking parking) {
        this.dispatcher = dispatcher;
        this.handler = handler;
        this.parking = parking;
    }

    /** {@return the program number of the client whose request is being handled, which the nucleus vouches for} */
    public int caller() {
        return Badge.program(message.badge());
    }

    /** {@return the {@link Badge} of the client whose request is being handled: for servers that keep something of their clients' when these have ended} */
    public int badge() {
        return message.badge();
    }

    /** Serves for ever. */
    public void run() {
        long token = 0;
        while (true) {
            token = step(token);
        }
    }

    /** Replies to {@code token} unless it is 0, waits for one message or notification and handles it; returns the token that the message now holds the reply for, or 0. */
    long step(long token) {
        long bits = Notifications.take(ALL_BITS);
        if (bits != 0) {
            if (token != 0) {
                reply(token);
            }
            notified(bits);
            return 0;
        }
        long pending = token;
        if (pending != 0 && !message.transferList().isZero()) {
            reply(pending);
            pending = 0;
        }
        long result = pending == 0
            ? Nucleus.tryReceive(ALL_QUEUES, message.address(), Nucleus.FOREVER)
            : Nucleus.tryReplyAndReceive(pending, message.address(), ALL_QUEUES, Nucleus.FOREVER);
        if (result == MessageLayout.RECEIVED_MESSAGE) {
            return handle();
        }
        if (result == MessageLayout.RECEIVED_NOTIFICATION) {
            notified(message.notificationBits());
        } else if (Nucleus.error(result) != ErrorCode.TOKEN_VOID) {
            Nucleus.check(result, "receiving");
        }
        return 0;
    }

    private void notified(long bits) {
        long orders = bits & SystemBits.ALL;
        if (bits != orders) {
            handler.notified(bits & ~orders);
        }
        if (orders != 0) {
            obey(orders);
        }
    }

    private void obey(long orders) {
        InjectedFault fault = SystemBits.fault(orders);
        if (fault != null) {
            FaultInjection.commit(fault);
        }
        if ((orders & SystemBits.END) != 0 && (parking == null || parking.rest())) {
            Nucleus.exit(0);
        }
        // Both at once: the supervisor has lost its patience while a request was served.
        boolean isOver = (orders & SystemBits.RESUME) != 0;
        if ((orders & SystemBits.QUIESCE) != 0 && !isOver && parking != null) {
            parking.park();
        }
    }

    /** Replies, perhaps with handles: if the caller is gone or has no room for them they are closed, and the latter counts as its mistake. */
    private void reply(long token) {
        long result = Nucleus.tryReply(token, message.address(), message.transferList());
        if (result >= 0) {
            return;
        }
        message.closeListed();
        if (Nucleus.error(result) == ErrorCode.NO_RESOURCE) {
            Nucleus.refuse(token, NO_ROOM_FOR_HANDLES);
        } else if (Nucleus.error(result) != ErrorCode.TOKEN_VOID) {
            Nucleus.check(result, "reply");
        }
    }

    private long handle() {
        long token = message.token();
        try {
            Outcome outcome = dispatcher.dispatch(message.received());
            if (outcome == Outcome.REPLY) {
                return token;
            }
            if (outcome == Outcome.REFUSE && token != 0) {
                Nucleus.refuse(token, UNKNOWN_OPERATION);
            }
        } catch (MalformedPayloadException e) {
            if (token != 0) {
                Nucleus.refuse(token, MALFORMED_PAYLOAD);
            }
        } catch (LeaseException e) {
            if (token != 0) {
                Nucleus.refuse(token, UNUSABLE_LEASE);
            }
        } catch (WindowAccessError e) {
            if (token == 0 || e.address() < AddressSpaceLayout.LEASES_START) {
                throw e;
            }
            Nucleus.refuse(token, UNUSABLE_LEASE);
        }
        return 0;
    }
}
