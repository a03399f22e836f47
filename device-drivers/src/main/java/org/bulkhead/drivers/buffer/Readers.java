package org.bulkhead.drivers.buffer;

import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;

/**
 * Requests for input that wait until there is some, oldest first.
 *
 * <p>A caller that gave up cannot be told from one that waits until it is answered. So at most {@value #LIMIT} wait; a further one ends the wait of the oldest, who most likely gave up
 * long ago.
 */
public final class Readers {
    private static final int LIMIT = 4;

    private record Reader(Runnable serve, Runnable sendAway) {}

    private final ArrayDeque<Reader> waiting = new ArrayDeque<>();

    /**
     * Adds a request.
     *
     * @param serve answers it with input, and takes the input away if the caller was still there
     * @param sendAway answers it without
     */
    public void add(Runnable serve, Runnable sendAway) {
        if (waiting.size() == LIMIT) {
            waiting.remove().sendAway().run();
        }
        waiting.add(new Reader(serve, sendAway));
    }

    /** Answers all without input. */
    public void sendAway() {
        while (!waiting.isEmpty()) {
            waiting.remove().sendAway().run();
        }
    }

    /** Serves requests as long as there is input. */
    public void serve(BooleanSupplier input) {
        while (!waiting.isEmpty() && input.getAsBoolean()) {
            waiting.remove().serve().run();
        }
    }
}
