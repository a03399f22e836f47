package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;

/** What all clients share: one message, used for one call after the other, and a time limit. */
abstract class ServiceClient {
    /** Operation of a reply: the method's declared exception, with its text as payload. */
    static final int FAILED = 1;

    final Message message = new Message();
    private final MessageQueue queue;

    ServiceClient(MessageQueue queue) {
        this.queue = queue;
    }

    /** Calls with the message as it stands and waits without end: the server's death or hanging ends the wait, which the nucleus watches. Returns the exception's text, or null. */
    final String call() {
        return call(Nucleus.FOREVER);
    }

    /** As {@link #call()}, for at most {@code timeout} nanoseconds. */
    final String call(long timeout) {
        queue.call(message, timeout);
        return switch (message.operation()) {
            case 0 -> null;
            case FAILED -> message.getText();
            default -> throw new MalformedPayloadException(queue.service() + " replied with the unknown error number " + message.operation());
        };
    }

    final void send() {
        queue.send(message);
    }
}
