package org.bulkhead.servers.exerciser;

import org.bulkhead.isolate.call.Log;

/** What the requests to one device came to in one round. */
final class Tally {
    private static final String NONE = "-";

    private int operations;
    private int errors;
    private int detected;
    private int wrong;
    private String last = NONE;

    /** A request was answered as it should be. */
    void answered() {
        operations++;
    }

    /** A request ended without an answer, for {@code reason}, one word. */
    void failed(String reason) {
        errors++;
        last = reason;
    }

    /** An answer was wrong, and the exerciser noticed and can do something about it: complain, ask again, write again. */
    void detected(String what) {
        detected++;
        last = what;
    }

    /** An answer was wrong that should have been checked below, or stayed wrong whatever was done about it: what a system must never do. */
    void wrong(String what) {
        wrong++;
        last = what;
    }

    /** Logs the round's line, and is empty again. */
    void report(long round, String device, long ticks) {
        Log.line("@round n=" + round + " device=" + device + " ops=" + operations + " errors=" + errors + " detected=" + detected + " wrong=" + wrong + " ticks=" + ticks + " last=" + last);
        operations = 0;
        errors = 0;
        detected = 0;
        wrong = 0;
        last = NONE;
    }
}
