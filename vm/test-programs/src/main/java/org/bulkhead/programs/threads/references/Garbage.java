package org.bulkhead.programs.threads.references;

import java.util.function.BooleanSupplier;

/** Makes garbage until something has come of it. Nobody calls {@code System.gc}, so that the collections are those that a full heap brings. */
final class Garbage {
    private static final int PIECE = 4096;
    /** More than any heap that these programs run in: without a collection they would have to die. */
    private static final int MOST_PIECES = 1 << 20;
    private static byte[] last;

    private Garbage() {
    }

    /** Returns when {@code condition} holds. */
    static void until(BooleanSupplier condition) {
        for (int i = 0; i < MOST_PIECES && !condition.getAsBoolean(); i++) {
            last = new byte[PIECE];
            Thread.yield();
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("in vain, though the last piece of garbage had " + last.length + " bytes");
        }
    }
}
