package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** An exception in the middle of an expression drops the operands that were waiting. */
@AllocatesMuch
public final class PendingOperands {
    private static int tries;

    public static void main(String[] args) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            try {
                sum += i * 2 + (int) (1L + risky(i) * (2.0 + risky(i + 1)) + new int[] {1, 2, 3}[i % 4]);
            } catch (IllegalStateException e) {
                sum += 10_000;
            } catch (ArrayIndexOutOfBoundsException e) {
                sum += 1_000_000;
            }
        }
        Out.println(sum);
        Out.println(tries);
        Out.println(3 + guarded(0) * (5 + guarded(5)) + guarded(3));
        long total = 0;
        for (int i = 0; i < 50_000; i++) {
            try {
                total += i + deep(i % 9, i);
            } catch (IllegalStateException e) {
                total -= 3;
            }
        }
        Out.println(total);
    }

    private static int risky(int i) {
        tries++;
        if (i % 5 == 0) {
            throw new IllegalStateException();
        }
        return i;
    }

    private static int guarded(int i) {
        try {
            return 7 + risky(i);
        } catch (IllegalStateException e) {
            return 100;
        }
    }

    private static long deep(int depth, long x) {
        if (depth == 0) {
            if (x % 4 == 0) {
                throw new IllegalStateException();
            }
            return x;
        }
        return 1 + 2 * deep(depth - 1, x + 1);
    }
}
