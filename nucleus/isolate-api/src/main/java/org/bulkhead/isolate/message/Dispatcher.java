package org.bulkhead.isolate.message;

/** Decodes the requests of one protocol and calls the methods of its implementation. */
@FunctionalInterface
public interface Dispatcher {
    /**
     * Handles one request, whose payload is ready for reading, and puts the reply in its place.
     *
     * @throws MalformedPayloadException if it does not decode; the request is then refused
     */
    Outcome dispatch(Message message);
}
