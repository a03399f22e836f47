package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** References that live only in locals, arguments and half-evaluated expressions, over many collections. */
@AllocatesMuch
public final class ReferencesInFrames {
    private static final class Cell {
        final long value;

        Cell(long value) {
            this.value = value;
        }
    }

    public static void main(String[] args) {
        long total = 0;
        for (int i = 0; i < 200; i++) {
            total = total * 31 + deep(i % 60, new Cell(i), new Cell(i * 2L), "text" + i, i, new int[] {i});
        }
        Out.println(total);
        Out.println(new Cell(5).value + garbage(3000) * new Cell(7).value + new int[] {1, 2, garbage(3000)}[1] * new Cell(garbage(100)).value);
        Object[] mixed = {new Cell(1), garbage(3000) + "s", new int[garbage(3000) % 7]};
        Out.println(((Cell) mixed[0]).value + mixed.length);
    }

    private static long deep(int n, Cell a, Cell b, String s, long plain, int[] array) {
        Cell local = new Cell(n + a.value);
        int filler = garbage(40);
        if (n == 0) {
            return a.value + b.value + s.length() + plain + array[0] + local.value + filler;
        }
        long below = deep(n - 1, b, local, s, plain * 3, array);
        Cell after = local.value % 2 == 0 ? a : local;
        return below + a.value * 3 + b.value * 5 + after.value + s.charAt(0) + array[0] + garbage(5);
    }

    private static int garbage(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += new byte[i % 100 + 10].length;
        }
        return sum;
    }
}
