package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** The live set grows to megabytes and shrinks again, several times. */
@AllocatesMuch
public final class GrowingAndShrinking {
    private static final class Block {
        final int[] data;
        Block next;

        Block(int size, int seed, Block next) {
            data = new int[size];
            data[0] = seed;
            data[size - 1] = ~seed;
            this.next = next;
        }
    }

    public static void main(String[] args) {
        for (int wave = 0; wave < 8; wave++) {
            Block list = null;
            int blocks = 0;
            for (int bytes = 0; bytes < 16_000_000; bytes += 4000) {
                list = new Block(10 + blocks * 37 % 1900, blocks * wave, list);
                blocks++;
            }
            int at = 0;
            for (Block b = list; b != null && b.next != null; b = b.next) {
                if (at++ % 3 == wave % 3) {
                    b.next = b.next.next;
                }
            }
            long sum = 0;
            int wrong = 0;
            for (Block b = list; b != null; b = b.next) {
                sum = sum * 31 + b.data[0];
                if (b.data[b.data.length - 1] != ~b.data[0]) {
                    wrong++;
                }
            }
            Out.println(wrong + " " + sum);
        }
    }
}
