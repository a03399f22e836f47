package org.bulkhead.servers.supervisor;

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
 * <p>Of each there are two kinds of lines: for people at once, and for programs, beginning with {@code @death}, when the service that the dead one served has completed a
 * request again, so that the line can say when that was; at the latest after 5 seconds.
 */
final class Obituaries {
    /** How often services that have not come back are looked at. */
    static final long POLL_NANOS = 2_000_000L;

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final int PENDING_LIMIT = 64;

    /** What to do with a death that was just found. */
    interface Heir {
        /** Deals with the death of the isolate {@code name}; returns whether its service is expected to complete requests again. */
        boolean succeed(long sequence, String name, DeathReason reason, long detail);
    }

    private final RawBuffer deathRecord = RawBuffer.allocate(DeathRecord.SIZE);
    private final Obituary obituary = new Obituary(deathRecord);
    private final long[] pending = new long[PENDING_LIMIT];
    private int pendingCount;
    private long next;

    /** Passes each death that is new to {@code heir}, who restarts before anything is logged, then logs it. */
    void collect(Heir heir) {
        while (Supervising.deathRecord(next, deathRecord)) {
            long sequence = next++;
            boolean comesBack = heir.succeed(sequence, obituary.name(), obituary.reason(), obituary.detail());
            // The heir may have let others run; the record is read again for the times in it.
            Supervising.deathRecord(sequence, deathRecord);
            Log.line(obituary.headline());
            if (obituary.isOrderly()) {
                continue;
            }
            String stack = obituary.stack();
            if (!stack.isEmpty()) {
                Log.line("  called from" + stack);
            }
            if (!comesBack || pendingCount == PENDING_LIMIT || obituary.info().serviceTicks() != 0) {
                announce(obituary.info());
            } else {
                pending[pendingCount++] = sequence;
            }
        }
    }

    /** Passes over all deaths so far: they are of a time before this supervisor. */
    void skipEarlier() {
        while (Supervising.deathRecord(next, deathRecord)) {
            next++;
        }
    }

    /** Announces the deaths whose services are back, and those that are too long ago. */
    void poll() {
        long now = Nucleus.now();
        int kept = 0;
        for (int i = 0; i < pendingCount; i++) {
            boolean there = Supervising.deathRecord(pending[i], deathRecord);
            if (!there) {
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
    }

    /** Returns whether there are deaths that are not announced yet. */
    boolean isPending() {
        return pendingCount > 0;
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
