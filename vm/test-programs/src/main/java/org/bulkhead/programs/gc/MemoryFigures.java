package org.bulkhead.programs.gc;

import org.bulkhead.programs.Out;

/** What Runtime says about memory: free, total and most possible, while eight mebibytes are in use, and after more was used and given up than the heap may have. */
public final class MemoryFigures {
    private static final int MEBIBYTE = 1 << 20;
    private static final int COUNT = 8;
    private static final int ROUNDS = 20;
    private static byte[][] kept = new byte[COUNT][];

    private MemoryFigures() {
    }

    private static void check(String when) {
        Runtime runtime = Runtime.getRuntime();
        long most = runtime.maxMemory();
        long total = runtime.totalMemory();
        long free = runtime.freeMemory();
        Out.println(when + " free " + (free >= 0 && free <= total) + ", total " + (total > 0 && total <= most) + ", most " + (most > 32 * MEBIBYTE && most <= 64 * MEBIBYTE));
    }

    public static void main(String[] args) {
        check("at first");
        for (int i = 0; i < COUNT; i++) {
            kept[i] = new byte[MEBIBYTE];
            check("with " + (i + 1));
        }
        kept = null;
        System.gc();
        check("without");
        for (int i = 0; i < ROUNDS; i++) {
            kept = new byte[COUNT][MEBIBYTE];
        }
        check("at last");
        Out.println("processors " + (Runtime.getRuntime().availableProcessors() > 0));
    }
}
