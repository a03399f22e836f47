package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** An exception crosses many frames, some of which clean up, and the locals of the catcher are intact. */
public final class ThroughFrames {
    private static final class Found extends RuntimeException {
        final int depth;
        final long value;

        Found(int depth, long value) {
            this.depth = depth;
            this.value = value;
        }
    }

    private static int cleaned;

    public static void main(String[] args) {
        int a = 1;
        long b = 2;
        double c = 3.5;
        String d = "kept";
        int[] e = {5, 6};
        for (int depth = 1; depth <= 1000; depth *= 10) {
            try {
                a += dive(depth, depth * 3L, 0.5f);
                Out.println("not reached");
            } catch (Found found) {
                a++;
                b += found.depth;
                c += found.value;
                e[1] += a;
            }
            Out.print(a);
            Out.print(' ');
            Out.print(b);
            Out.print(' ');
            Out.print(c);
            Out.print(' ');
            Out.print(d);
            Out.print(' ');
            Out.print(e[1]);
            Out.print(' ');
            Out.println(cleaned);
        }
    }

    private static int dive(int rest, long value, float weight) {
        if (rest == 0) {
            throw new Found(cleaned, value);
        }
        if (rest % 2 == 0) {
            try {
                return dive(rest - 1, value + 1, weight * 2) + 1;
            } finally {
                cleaned++;
            }
        }
        if (rest % 5 == 0) {
            try {
                return dive(rest - 1, value, weight);
            } catch (ArithmeticException e) {
                Out.println("wrong handler");
            }
        }
        return dive(rest - 1, value - 1, weight) + (int) weight;
    }
}
