package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;

/**
 * The right to answer one request, once. The generated subclass of each {@link Deferred} method has {@code answer(result)}, and {@code fail(exception)} for each exception that the method declares.
 *
 * <p>Both return whether the caller was still waiting. Only then may the server count what it answered as delivered.
 */
public abstract class Reply {
    private final Message message;
    private final long token;

    /** Makes the reply to the request with {@code token}, to be put together in {@code message}. */
    protected Reply(Message message, long token) {
        this.message = message;
        this.token = token;
    }

    /** Empties the message for the reply: operation 0, or the number of a declared exception. */
    protected final Message begin(int outcome) {
        return message.begin(outcome);
    }

    /** Sends the reply; returns whether the caller was still waiting. */
    protected final boolean deliver() {
        return MessageQueue.reply(token, message);
    }
}
