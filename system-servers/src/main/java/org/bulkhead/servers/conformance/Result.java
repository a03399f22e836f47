package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;

/**
 * What came of something that a puppet was told to do.
 *
 * @param what it was told, and who
 * @param value what its system call returned, {@link #WAITS} or {@link #GONE}
 */
record Result(String what, long value) {
    /** It has not come back. */
    static final long WAITS = Long.MIN_VALUE;
    /** It died of it. */
    static final long GONE = Long.MIN_VALUE + 1;

    /** It must have returned this number. */
    void is(long expected) {
        compare(expected);
    }

    /** It must have been refused, or have ended, so. */
    void is(ErrorCode expected) {
        compare(expected.result);
    }

    /** It must be waiting. */
    void waits() {
        compare(WAITS);
    }

    /** It must have died. */
    void dies() {
        compare(GONE);
    }

    /** Returns the number that it returned, which must be no refusal. */
    long get() {
        if (value < 0) {
            throw new Failure(what, "no refusal", text(value));
        }
        return value;
    }

    private void compare(long expected) {
        if (value != expected) {
            throw new Failure(what, text(expected), text(value));
        }
    }

    private static String text(long value) {
        if (value == WAITS) return "waits";
        if (value == GONE) return "dead";
        ErrorCode error = Nucleus.error(value);
        return error != null ? error.name() : Long.toString(value);
    }
}
