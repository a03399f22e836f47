package org.bulkhead.programs.threads.references;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Makes garbage until something has come of it. The collections are those that a full heap brings; only where a heap is larger than that of any program of the suite, or keeps what is old longer, one is asked for now and then.
 */
final class Garbage {
    private static final int PIECE = 4096;
    /** More than any heap that these programs run in: without a collection they would have to die. */
    private static final int MOST_PIECES = 1 << 20;
    /** Pieces that fill a heap of the suite several times. */
    private static final int FILLING = 1 << 16;
    /** So long whoever was woken by a collection may need to run. */
    private static final long PAUSE_NANOS = 1_000_000;
    private static byte[] last;

    private Garbage() {
    }

    /** Returns when {@code condition} holds. */
    static void until(BooleanSupplier condition) {
        for (int i = 0; i < MOST_PIECES && !condition.getAsBoolean(); i++) {
            last = new byte[PIECE];
            Thread.yield();
            if (i % FILLING == FILLING - 1) {
                System.gc();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("in vain, though the last piece of garbage had " + last.length + " bytes");
        }
    }
}
