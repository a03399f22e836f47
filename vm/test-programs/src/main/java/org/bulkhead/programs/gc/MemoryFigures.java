package org.bulkhead.programs.gc;

import org.bulkhead.programs.Out;

/** What Runtime says about memory: used, total and most possible, before and after eight mebibytes are in use. */
public final class MemoryFigures {
    private static final int MEBIBYTE = 1 << 20;
    private static final int COUNT = 8;
    private static byte[][] kept = new byte[COUNT][];

    private MemoryFigures() {
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
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
        System.gc();
        long before = used();
        for (int i = 0; i < COUNT; i++) {
            kept[i] = new byte[MEBIBYTE];
            check("with " + (i + 1));
        }
        Runtime.getRuntime().gc();
        long full = used();
        Out.println("used more " + (full - before >= COUNT * MEBIBYTE));
        kept = null;
        System.gc();
        check("at last");
        Out.println("used less " + (full - used() >= (COUNT - 1) * MEBIBYTE));
        Out.println("processors " + (Runtime.getRuntime().availableProcessors() > 0));
    }
}
