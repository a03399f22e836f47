package org.bulkhead.isolate.message;

/** Decodes the requests of one protocol and calls the methods of its implementation. */
@FunctionalInterface
public interface Dispatcher {
    /**
     * Handles one request, whose payload is ready for reading, and puts the reply in its place.
     *
     * @param message the request, and afterwards the reply if there is one
     * @return what became of the request
     * @throws MalformedPayloadException if it does not decode; the request is then refused
     */
    Outcome dispatch(Message message);
}
