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

    /**
     * Makes the reply to the request with {@code token}, to be put together in {@code message}.
     *
     * @param message for the reply; no other may be put together in it meanwhile
     * @param token of the request
     */
    protected Reply(Message message, long token) {
        this.message = message;
        this.token = token;
    }

    /**
     * Empties the message for the reply: operation 0, or the number of a declared exception.
     *
     * @param outcome 0, or number of a declared exception
     * @return the message
     */
    protected final Message begin(int outcome) {
        return message.begin(outcome);
    }

    /**
     * Sends the reply; returns whether the caller was still waiting.
     *
     * @return whether the caller was still waiting
     */
    protected final boolean deliver() {
        return MessageQueue.reply(token, message);
    }
}
