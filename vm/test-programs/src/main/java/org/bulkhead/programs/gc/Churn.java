package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Short-lived objects of many sizes around a few that stay. */
@AllocatesMuch
public final class Churn {
    private static final class Item {
        final int value;
        final Object load;

        Item(int value, Object load) {
            this.value = value;
            this.load = load;
        }
    }

    public static void main(String[] args) {
        Item[] kept = new Item[100];
        long sum = 0;
        for (int i = 0; i < 300_000; i++) {
            Object load = switch (i % 5) {
                case 0 -> new int[i % 50];
                case 1 -> new byte[i % 200];
                case 2 -> new Object();
                case 3 -> new long[i % 7][i % 3];
                default -> null;
            };
            Item item = new Item(i, load);
            if (i % 997 == 0) {
                kept[i / 997 % kept.length] = item;
            }
            sum += item.value;
        }
        Out.println(sum);
        int check = 0;
        for (Item k : kept) {
            if (k != null) {
                int size = k.load instanceof int[] a ? a.length : k.load instanceof byte[] b ? b.length : k.load == null ? 1 : 2;
                check = check * 31 + k.value * 7 + size;
            }
        }
        Out.println(check);
    }
}
