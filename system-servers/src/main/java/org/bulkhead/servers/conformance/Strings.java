package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.nucleus.abi.MessageLayout;

/** What the conductor holds of one puppet: its call for the next command, and through that its memory. */
final class Strings {
    private final Theatre theatre;
    private final int isolate;
    private final int badge;
    private final RawBuffer word;
    private long token;
    private long base;
    private long result = Result.WAITS;
    private long reportedAt = Long.MAX_VALUE;
    private boolean dead;

    Strings(Theatre theatre, int isolate, int badge, RawBuffer word) {
        this.theatre = theatre;
        this.isolate = isolate;
        this.badge = badge;
        this.word = word;
    }

    int isolate() {
        return isolate;
    }

    int badge() {
        return badge;
    }

    long base() {
        return base;
    }

    /** Its puppet asks for the next command. */
    void report(long with, long outcome, long stage, long number) {
        reportedAt = number;
        token = with;
        result = outcome;
        base = stage;
    }

    /** Its puppet has died. */
    void cut() {
        dead = true;
        token = 0;
    }

    boolean isIdle() {
        return token != 0;
    }

    /** Gives a command to a puppet that is idle. */
    void pull(int number, long... arguments) {
        if (token == 0) {
            throw new Failure("command " + number, "an idle puppet", dead ? "a dead one" : "one that waits");
        }
        long to = token;
        token = 0;
        result = Result.WAITS;
        reportedAt = Long.MAX_VALUE;
        theatre.command(to, number, arguments);
    }

    /** Returns what has come of the last command so far. */
    long result() {
        return dead ? Result.GONE : result;
    }

    /** Returns the number of the report on the last command, counted over all puppets. */
    long reportedAt() {
        return reportedAt;
    }

    /** Returns what came of the last command, once all are at rest. */
    long outcome() {
        theatre.settle();
        return result();
    }

    long peek(int offset) {
        Nucleus.check(Nucleus.tryLeaseRead(lent(), Puppet.READABLE, offset, word.address(0, Long.BYTES), Long.BYTES), "puppet's memory");
        return word.longAt(0);
    }

    void poke(int offset, long value) {
        word.putLong(0, value);
        Nucleus.check(Nucleus.tryLeaseWrite(lent(), Puppet.WRITABLE, offset, word.address(0, Long.BYTES), Long.BYTES), "puppet's memory");
    }

    private long lent() {
        if (token == 0) {
            throw new Failure("look into memory", "an idle puppet", dead ? "a dead one" : "one that waits");
        }
        return token;
    }

    /** Bytes of a report that the conductor understands. */
    static boolean isReport(RawBuffer message) {
        return message.shortAt(MessageLayout.LENGTH) == Puppet.REPORT_LENGTH;
    }
}
