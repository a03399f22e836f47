package org.bulkhead.programs.util.misc;

import java.util.Random;
import java.util.SplittableRandom;
import org.bulkhead.programs.Out;

/** {@code Random} from a seed gives the same numbers everywhere. */
public final class SeededRandom {
    public static void main(String[] args) {
        for (long seed : new long[] {0, 42, -1, 1L << 47}) {
            Random r = new Random(seed);
            Out.println(r.nextInt() + " " + r.nextInt(10) + " " + r.nextInt(1 << 20) + " " + r.nextInt(1_000_000_007) + " " + r.nextLong() + " " + r.nextBoolean());
            Out.print(r.nextFloat());
            Out.print(' ');
            Out.print(r.nextDouble());
            Out.print(' ');
            Out.print(r.nextGaussian());
            Out.print(' ');
            Out.println(r.nextGaussian());
            byte[] bytes = new byte[10];
            r.nextBytes(bytes);
            Out.println(bytes[0] + " " + bytes[9] + " " + r.nextInt(5, 9) + " " + r.ints(5, 0, 100).sum() + " " + r.doubles(3).sum());
        }
        Random r = new Random(7);
        int[] buckets = new int[6];
        for (int i = 0; i < 60_000; i++) {
            buckets[r.nextInt(6)]++;
        }
        for (int b : buckets) {
            Out.print(b + " ");
        }
        double sum = 0;
        for (int i = 0; i < 5000; i++) {
            sum += r.nextGaussian();
        }
        Out.println(sum);
        r.setSeed(7);
        Out.println(r.nextInt(6));
        SplittableRandom s = new SplittableRandom(5);
        Out.println(s.nextInt() + " " + s.nextLong() + " " + s.split().nextInt(100));
        try {
            r.nextInt(0);
        } catch (IllegalArgumentException e) {
            Out.println(e.getMessage());
        }
    }
}
