package org.bulkhead.servers.supervisor;

import java.util.function.Predicate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;

/**
 * Reads the nucleus's records of deaths, in order, and logs them.
 *
 * <p>Of each there are two kinds of lines: for people at once, or {@link #POLL_NANOS} after a successor was started, which is at work first; and for programs, beginning with
 * {@code @death}, when the service that the dead one served has completed a request again, so that the line can say when that was; at the latest after 5 seconds.
 */
final class Obituaries {
    /** Time after which lines are written for which there was none, and services that have not come back are looked at first; the next look is after twice that time, and so on. */
    static final long POLL_NANOS = 4_000_000L;
    /** Longest time between two looks. */
    private static final long POLL_LIMIT_NANOS = 64_000_000L;

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final int PENDING_LIMIT = 64;

    /** What is expected of the service of an isolate that has died. */
    enum Sequel {
        /** Nothing: it served none, or nobody takes its place. */
        END,
        /** It completes requests again, but later. */
        LATER,
        /** A successor was started, and clients may be waiting. */
        SUCCESSOR
    }

    /** What to do with a death that was just found. */
    interface Heir {
        /** Deals with the death of an incarnation of the isolate {@code name}; one that has been dealt with already changes nothing. */
        Sequel succeed(long sequence, String name, int incarnation, DeathReason reason, long detail);

        /** Notes a death that is about to be logged, unless that has been done. */
        void note(String name, int incarnation, DeathReason reason, long detail);
    }

    private final Ledger ledger;
    private final Heir heir;
    private final RawBuffer deathRecord = RawBuffer.allocate(DeathRecord.SIZE);
    private final Obituary obituary = new Obituary(deathRecord);
    private final long[] pending = new long[PENDING_LIMIT];
    private int pendingCount;
    /** The first of the pending that people have not been told of; all behind it are untold as well. */
    private int untold;
    /** When the first of the untold successors was started. */
    private long untoldSince;
    private long tellAt;
    private long next;
    private long pollNanos = POLL_NANOS;

    Obituaries(Ledger ledger, Heir heir) {
        this.ledger = ledger;
        this.heir = heir;
    }

    /**
     * Passes each death that is new to the heir, who restarts before anything is logged, then logs it, unless there is a successor that is to come to work first: of that death {@link #tell} tells,
     * and until then it is not dealt with in the eyes of a supervisor that follows.
     */
    void collect() {
        while (Supervising.deathRecord(next, deathRecord)) {
            long sequence = next;
            Sequel sequel = heir.succeed(sequence, obituary.name(), obituary.incarnation(), obituary.reason(), obituary.detail());
            next++;
            pollNanos = POLL_NANOS;
            if (sequel == Sequel.SUCCESSOR && pendingCount < PENDING_LIMIT) {
                untoldSince = isUntold() ? untoldSince : Nucleus.now();
                tellAt = Math.min(Nucleus.after(POLL_NANOS), untoldSince + POLL_LIMIT_NANOS);
                pending[pendingCount++] = sequence;
                continue;
            }
            // What was put off comes first, so that the log has the deaths in their order.
            tell();
            // Others may have run meanwhile; the record is read again for the times in it.
            Supervising.deathRecord(sequence, deathRecord);
            boolean isBack = deathRecord.longAt(DeathRecord.SERVICE_TICKS) != 0;
            describe();
            if (sequel == Sequel.END || isBack || pendingCount == PENDING_LIMIT) {
                if (!obituary.isOrderly()) {
                    announce(obituary.info());
                }
            } else {
                pending[pendingCount++] = sequence;
                untold = pendingCount;
            }
            write();
        }
    }

    /** Returns whether there is a death that has not been passed on, of an isolate with such a name. */
    boolean hasNext(Predicate<String> name) {
        for (long sequence = next; Supervising.deathRecord(sequence, deathRecord); sequence++) {
            if (name.test(obituary.name())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether there are deaths that nobody has been told of, since their successors are to come to work first. */
    boolean isUntold() {
        return untold < pendingCount;
    }

    /** Returns when to tell of what is untold: each death puts off those before it, so that its successor comes to work first as well, but not for ever. */
    long tellAt() {
        return tellAt;
    }

    /** Returns whether the successors of all that is untold have had their time. A timer that was set for an earlier death may have expired before its time was put off. */
    boolean isTimeToTell() {
        return !isUntold() || Nucleus.now() >= tellAt;
    }

    private void write() {
        long unannounced = 0;
        for (int i = 0; i < pendingCount; i++) {
            unannounced |= 1L << pending[i] % PENDING_LIMIT;
        }
        ledger.writeDeaths(next, unannounced);
    }

    /** Goes on where an earlier supervisor ended: people have been told of all that it had dealt with. */
    void resume() {
        next = ledger.nextDeath();
        for (long sequence = Math.max(0, next - PENDING_LIMIT); sequence < next; sequence++) {
            if ((ledger.unannounced() >>> sequence % PENDING_LIMIT & 1) != 0) {
                pending[pendingCount++] = sequence;
            }
        }
        untold = pendingCount;
    }

    /** Returns whether there is a death that has not been dealt with, of an incarnation of the isolate {@code name}. */
    boolean awaits(String name, int incarnation) {
        for (long sequence = next; Supervising.deathRecord(sequence, deathRecord); sequence++) {
            if (obituary.incarnation() == incarnation && obituary.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Notes and logs, for people, the deaths for which there was no time yet. */
    void tell() {
        if (isUntold()) {
            for (; untold < pendingCount; untold++) {
                if (Supervising.deathRecord(pending[untold], deathRecord)) {
                    describe();
                }
            }
            write();
        }
    }

    private void describe() {
        heir.note(obituary.name(), obituary.incarnation(), obituary.reason(), obituary.detail());
        Log.line(obituary.headline());
        String stack = obituary.isOrderly() ? "" : obituary.stack();
        if (!stack.isEmpty()) {
            Log.line("  called from" + stack);
        }
    }

    /** Passes over all deaths so far: they are of a time before this supervisor. */
    void skipEarlier() {
        while (Supervising.deathRecord(next, deathRecord)) {
            next++;
        }
        write();
    }

    /** Tells of the deaths for which there was no time yet, and announces those whose services are back, and those that are too long ago. */
    void poll() {
        tell();
        long now = Nucleus.now();
        int kept = 0;
        for (int i = 0; i < pendingCount; i++) {
            boolean there = Supervising.deathRecord(pending[i], deathRecord);
            if (!there || obituary.isOrderly()) {
                // An orderly end is not announced.
                continue;
            }
            DeathInfo info = obituary.info();
            if (info.serviceTicks() != 0 || now - deathRecord.longAt(DeathRecord.NANOSECONDS) > PATIENCE_NANOS) {
                announce(info);
            } else {
                pending[kept++] = pending[i];
            }
        }
        pendingCount = kept;
        untold = kept;
        pollNanos = Math.min(2 * pollNanos, POLL_LIMIT_NANOS);
        write();
    }

    /** Returns when to look whether services have come back; {@link Nucleus#FOREVER} if none is missed. */
    long nextLook() {
        return pendingCount == 0 ? Nucleus.FOREVER : Nucleus.after(pollNanos);
    }

    /** Returns death number {@code sequence}, or null if it is not known. */
    DeathInfo info(long sequence) {
        return sequence >= 0 && Supervising.deathRecord(sequence, deathRecord) ? obituary.info() : null;
    }

    /** Returns the number of deaths so far. */
    int count() {
        return (int) next;
    }

    /** Returns up to {@link Supervision#RECORD_PIECE} bytes of the record of death number {@code sequence} from {@code offset} on, or null if it is not known. */
    byte[] piece(long sequence, int offset) {
        if (sequence < 0 || offset < 0 || offset >= DeathRecord.SIZE || !Supervising.deathRecord(sequence, deathRecord)) {
            return null;
        }
        byte[] piece = new byte[Math.min(Supervision.RECORD_PIECE, DeathRecord.SIZE - offset)];
        deathRecord.get(offset, piece, 0, piece.length);
        return piece;
    }

    private static void announce(DeathInfo info) {
        Log.line("@death isolate=" + info.name() + " incarnation=" + info.incarnation() + " reason=" + info.reason().name()
            + " detail=0x" + Long.toHexString(info.detail()) + " faultTicks=" + info.faultTicks() + " serviceTicks=" + info.serviceTicks());
    }
}
