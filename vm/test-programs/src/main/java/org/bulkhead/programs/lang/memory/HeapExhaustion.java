package org.bulkhead.programs.lang.memory;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** The heap fills with a list, the error is caught, the list is dropped, and there is room again, three times. */
@AllocatesMuch
public final class HeapExhaustion {
    private static final class Link {
        final Link next;
        final byte[] load;

        Link(Link next) {
            this.next = next;
            this.load = new byte[10_000];
        }
    }

    public static void main(String[] args) {
        for (int round = 0; round < 3; round++) {
            int count = 0;
            Link list = null;
            try {
                while (count < 1_000_000) {
                    list = new Link(list);
                    count++;
                }
                Out.println("never full");
            } catch (OutOfMemoryError e) {
                list = null;
                Out.println("full " + (count > 1000 && count < 100_000));
            }
            byte[][] room = new byte[100][];
            for (int i = 0; i < room.length; i++) {
                room[i] = new byte[50_000];
                room[i][i] = 1;
            }
            int sum = 0;
            for (int i = 0; i < room.length; i++) {
                sum += room[i][i];
            }
            Out.println(sum + (list == null ? 0 : 1));
        }
    }
}
