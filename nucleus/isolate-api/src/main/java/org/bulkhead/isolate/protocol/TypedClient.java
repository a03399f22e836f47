package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;

/** What all generated clients share: one message, used for one call after the other. */
public abstract class TypedClient {
    /** The message of the call that is being made. */
    protected final Message message = new Message();

    private final MessageQueue queue;
    private final String protocol;

    /**
     * Makes a client of the service behind {@code queue}; {@code protocol} is the name and version of what it speaks, for people.
     *
     * @param queue of the service
     * @param protocol name and version
     */
    protected TypedClient(MessageQueue queue, String protocol) {
        this.queue = queue;
        this.protocol = protocol;
    }

    /**
     * Calls with the message as it stands, for at most {@code timeout} nanoseconds; returns the operation of the reply, which is then ready for reading.
     *
     * @param timeout nanoseconds, or {@link org.bulkhead.isolate.call.Nucleus#FOREVER}
     * @return 0, or the number of a declared exception
     */
    protected final int call(long timeout) {
        int asked = message.operation();
        queue.call(message, timeout);
        int outcome = message.operation();
        if (outcome == OperationCode.MISUNDERSTOOD) {
            throw misunderstood(asked);
        }
        return outcome;
    }

    /** Sends the message as it stands. */
    protected final void send() {
        queue.send(message);
    }

    /**
     * Reads the text of a declared exception.
     *
     * @return the text
     */
    protected final String failure() {
        String text = message.getText();
        message.end();
        return text;
    }

    /**
     * {@return the exception for a reply with an error number that the method does not declare}
     *
     * @param outcome the number
     */
    protected final ProtocolException unexpected(int outcome) {
        return malformed(new MalformedPayloadException("unknown error number " + outcome));
    }

    /**
     * {@return the exception for a reply that does not decode}
     *
     * @param problem what does not decode
     */
    protected final ProtocolException malformed(MalformedPayloadException problem) {
        return new ProtocolException(ProtocolException.Disagreement.MALFORMED_REPLY, queue.service() + " does not reply as " + protocol + " says: " + problem.getMessage());
    }

    private ProtocolException misunderstood(int asked) {
        try {
            ProtocolException.Disagreement disagreement = OperationCode.disagreement(message.getInt(), asked);
            String known = message.getText();
            message.end();
            return new ProtocolException(disagreement, queue.service() + " serves " + known + ", its client speaks " + protocol + ", of which it wants method " + OperationCode.number(asked)
                + ": compile both against the same protocol");
        } catch (MalformedPayloadException e) {
            return malformed(e);
        }
    }
}
