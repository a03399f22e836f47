package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Exceptions are thrown and caught while memory is short; their frames' references survive. */
@AllocatesMuch
public final class ExceptionsUnderChurn {
    private static final class Carrying extends RuntimeException {
        final int[] load;
        final Carrying previous;

        Carrying(int[] load, Carrying previous) {
            super("carrying " + load.length);
            this.load = load;
            this.previous = previous;
        }
    }

    public static void main(String[] args) {
        Carrying last = null;
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            String before = "before " + i;
            int[] local = {i, i + 1, i + 2};
            try {
                dive(i % 12, new int[i % 300], last);
            } catch (Carrying c) {
                sum = sum * 31 + c.load.length + local[i % 3] + before.length() + c.getMessage().hashCode();
                last = i % 100 == 0 ? null : c;
            }
        }
        Out.println(sum);
        int chain = 0;
        for (Carrying c = last; c != null; c = c.previous) {
            chain = chain * 7 + c.load.length;
        }
        Out.println(chain);
    }

    private static int dive(int depth, int[] load, Carrying last) {
        Object pending = new long[depth + 10];
        try {
            if (depth == 0) {
                throw new Carrying(load, last);
            }
            return dive(depth - 1, load, last) + 1;
        } finally {
            if (((long[]) pending).length != depth + 10) {
                Out.println("lost");
            }
        }
    }
}
