package org.bulkhead.programs.gc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.TreeMap;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** A deque, a linked list, a tree map and a list of lists grow and shrink over many collections. */
@AllocatesMuch
public final class CollectionsUnderChurn {
    public static void main(String[] args) {
        ArrayDeque<Integer> deque = new ArrayDeque<>();
        LinkedList<String> linked = new LinkedList<>();
        TreeMap<Integer, int[]> tree = new TreeMap<>();
        List<List<Integer>> nested = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < 60_000; i++) {
            deque.addLast(i * 1000);
            if (deque.size() > 500) {
                sum += deque.removeFirst();
            }
            linked.addFirst("s" + i);
            if (linked.size() > 300) {
                sum += linked.removeLast().length();
            }
            tree.put(i * 7919 % 2000, new int[] {i});
            if (i % 3 == 0) {
                tree.pollFirstEntry();
            }
            if (i % 100 == 0) {
                nested.add(new ArrayList<>());
            }
            nested.get(nested.size() - 1).add(i);
            if (nested.size() > 20) {
                sum += nested.remove(0).get(50);
            }
        }
        Out.println(sum);
        Out.println(deque.size() + linked.size() + nested.size());
        long hash = 0;
        for (int[] v : tree.values()) {
            hash = hash * 31 + v[0];
        }
        Out.println(tree.size());
        Out.println(hash);
        Out.println(linked.getFirst() + linked.getLast() + deque.peekLast());
    }
}
