package org.bulkhead.boot.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;
import org.bulkhead.isolate.protocol.Deferred;
import org.bulkhead.isolate.protocol.Idempotent;
import org.bulkhead.isolate.protocol.Lent;
import org.bulkhead.isolate.protocol.Nullable;
import org.bulkhead.isolate.protocol.OneWay;
import org.bulkhead.isolate.protocol.Protocol;
import org.bulkhead.isolate.protocol.Timeout;

/** A protocol as a user would write it, with something of everything. */
@Protocol
public interface Ledger {
    /** Adds and returns the sum. */
    long add(long number) throws OverdrawnException;

    /** Returns an entry with the name and a euro sign behind it, or null for null. */
    @Idempotent
    @Nullable
    Entry entry(@Nullable String name, Kind kind);

    /** Copies {@code from} to {@code into} backwards; returns the number of bytes. */
    @Idempotent
    int reverse(@Lent(value = LeaseAccess.READ, max = 8192) ByteBuffer from, @Lent(value = LeaseAccess.WRITE, max = 8192) ByteBuffer into);

    /** Adds without an answer. */
    @OneWay
    void addLater(long number);

    /** Waits for the sum to reach {@code level}. */
    @Deferred
    long reached(long level, @Timeout long nanos);

    /** An enum. */
    enum Kind { CREDIT, DEBIT }

    /** A record with something of everything. */
    record Entry(String name, Kind kind, int[] parts, @Nullable Entry.Place place, double rate) {
        /** A record in a record. */
        public record Place(byte page, char column) {}
    }

    /** The sum would fall below 0. */
    final class OverdrawnException extends Exception {
        private static final long serialVersionUID = 1;

        public OverdrawnException(String message) {
            super(message);
        }
    }
}
