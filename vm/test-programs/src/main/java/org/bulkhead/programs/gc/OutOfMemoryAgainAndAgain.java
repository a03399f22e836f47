package org.bulkhead.programs.gc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** A full heap is an error that a program survives, as often as it happens, whatever fills the heap; what is kept meanwhile stays whole. */
@AllocatesMuch
public final class OutOfMemoryAgainAndAgain {
    private static final int ROUNDS = 3;
    private static final int LARGE = 1 << 20;
    private static final int MEDIUM = 5000;
    private static final int BALLAST = 150;

    private OutOfMemoryAgainAndAgain() {
    }

    private static final class Node {
        final Node next;
        final long value;
        final long[] ballast = new long[BALLAST];

        Node(Node next, long value) {
            this.next = next;
            this.value = value;
        }
    }

    public static void main(String[] args) {
        Map<Integer, String> kept = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            kept.put(i, "kept " + i);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Out.println("large " + (fillWithArrays(LARGE) > 8));
            Out.println("medium " + (fillWithArrays(MEDIUM) > 1000));
            Out.println("small " + (fillWithNodes() > 30_000));
            Out.println("one too large " + refused());
            long hash = 0;
            for (int i = 0; i < 1000; i++) {
                hash = hash * 31 + kept.get(i).hashCode();
            }
            Out.println("kept " + hash);
        }
    }

    private static int fillWithArrays(int length) {
        List<byte[]> all = new ArrayList<>();
        try {
            while (true) {
                byte[] each = new byte[length];
                each[0] = (byte) all.size();
                all.add(each);
            }
        } catch (OutOfMemoryError e) {
            int count = all.size();
            for (int i = 0; i < count; i++) {
                if (all.get(i)[0] != (byte) i) {
                    throw new AssertionError("array " + i);
                }
            }
            return count;
        }
    }

    private static int fillWithNodes() {
        Node head = null;
        int count = 0;
        try {
            while (true) {
                head = new Node(head, count);
                count++;
            }
        } catch (OutOfMemoryError e) {
            int left = count;
            for (Node each = head; each != null; each = each.next) {
                left--;
                if (each.value != left) {
                    throw new AssertionError("node " + left);
                }
            }
            return left == 0 ? count : -1;
        }
    }

    private static String refused() {
        try {
            return "" + new long[100_000_000].length;
        } catch (OutOfMemoryError e) {
            return e.getMessage();
        }
    }
}
