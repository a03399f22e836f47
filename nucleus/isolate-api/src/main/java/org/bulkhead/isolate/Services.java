package org.bulkhead.isolate;

import org.bulkhead.isolate.message.MessageQueue;

/** Turns services that the manifest names into Java objects whose methods are calls. */
public final class Services {
    private final Grants grants;

    /**
     * Makes what connects one isolate to its services.
     *
     * @param grants the isolate's own
     */
    public Services(Grants grants) {
        this.grants = grants;
    }

    /**
     * {@return the service {@code name} as an object of its protocol, an interface with {@link org.bulkhead.isolate.protocol.Protocol}} Sends nothing: whether the service speaks that
     * protocol and version, the first call finds out, and throws {@link org.bulkhead.isolate.protocol.ProtocolException} if not.
     *
     * @param <T> the protocol
     * @param name as in {@code @UsesService} or {@code @SendsTo}
     * @param protocol an interface with {@link org.bulkhead.isolate.protocol.Protocol}
     * @throws IllegalArgumentException if the manifest does not name the service, or there is no client for the protocol
     */
    public <T> T connect(String name, Class<T> protocol) {
        return client(protocol, grants.queue(name));
    }

    /**
     * {@return the service as {@link #connect(String, Class)} does, with calls that last at most {@code nanos} nanoseconds} Then they end with
     * {@link org.bulkhead.isolate.call.DeadlineException}, also where the protocol sets no limit.
     *
     * @param <T> the protocol
     * @param name as in {@code @UsesService} or {@code @SendsTo}
     * @param protocol an interface with {@link org.bulkhead.isolate.protocol.Protocol}
     * @param nanos longest time of a call, above 0
     * @throws IllegalArgumentException if the manifest does not name the service, or there is no client for the protocol
     */
    public <T> T connect(String name, Class<T> protocol, long nanos) {
        return client(protocol, grants.queue(name).within(nanos));
    }

    /**
     * {@return the service behind a queue as an object of its protocol, as {@link #connect(String, Class)} does}
     *
     * @param <T> the protocol
     * @param protocol an interface with {@link org.bulkhead.isolate.protocol.Protocol}
     * @param queue of the service
     */
    public static <T> T client(Class<T> protocol, MessageQueue queue) {
        return protocol.cast(ProtocolClients.client(protocol, queue));
    }
}
