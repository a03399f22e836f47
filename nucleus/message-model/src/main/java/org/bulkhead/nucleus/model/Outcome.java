package org.bulkhead.nucleus.model;

import org.bulkhead.nucleus.abi.ErrorCode;

/** What an operation returns, at once or when its wait ends. */
public sealed interface Outcome {
    /** It was done; {@code value} is its result, or the content of a reply. */
    record Done(int value) implements Outcome {
    }

    /** It was refused, or ended without a reply. */
    record Failed(ErrorCode error) implements Outcome {
    }

    /** It waits: a later step has a {@link Effect.Woken} for it. */
    record Waits() implements Outcome {
    }

    /** It was done and there is nothing more to say. */
    Outcome OK = new Done(0);

    /** It waits. */
    Outcome WAITS = new Waits();

    /** Returns the outcome of a refusal. */
    static Outcome failed(ErrorCode error) {
        return new Failed(error);
    }
}
