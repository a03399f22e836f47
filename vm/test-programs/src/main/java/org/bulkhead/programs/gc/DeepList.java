package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** A linked list of half a million nodes survives; following it must not need the stack. */
@AllocatesMuch
public final class DeepList {
    private static final class Node {
        final int value;
        Node next;

        Node(int value, Node next) {
            this.value = value;
            this.next = next;
        }
    }

    public static void main(String[] args) {
        Node list = null;
        for (int i = 0; i < 500_000; i++) {
            list = new Node(i, list);
        }
        churn();
        Out.println(sum(list));
        Node reversed = null;
        while (list != null) {
            Node next = list.next;
            list.next = reversed;
            reversed = list;
            list = next;
        }
        churn();
        Out.println(reversed.value);
        Out.println(sum(reversed));
        Node every = reversed;
        while (every != null && every.next != null) {
            every.next = every.next.next;
            every = every.next;
        }
        churn();
        Out.println(sum(reversed));
    }

    private static void churn() {
        int[][] ring = new int[16][];
        for (int i = 0; i < 20_000; i++) {
            ring[i % ring.length] = new int[300];
        }
    }

    private static long sum(Node n) {
        long sum = 0;
        int count = 0;
        for (; n != null; n = n.next) {
            sum = sum * 3 + n.value;
            count++;
        }
        return sum + count;
    }
}
