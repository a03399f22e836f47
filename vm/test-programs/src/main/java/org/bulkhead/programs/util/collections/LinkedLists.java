package org.bulkhead.programs.util.collections;

import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import org.bulkhead.programs.Out;

/** {@code LinkedList} as list, queue and stack, and its iterator in both directions. */
public final class LinkedLists {
    public static void main(String[] args) {
        LinkedList<String> list = new LinkedList<>(List.of("c", "d"));
        list.addFirst("b");
        list.addLast("e");
        list.push("a");
        list.offer("f");
        Out.println(list + " " + list.peekFirst() + list.peekLast() + list.getFirst() + list.get(3));
        Out.println(list.pop() + list.pollLast() + list.removeFirst() + list);
        ListIterator<String> it = list.listIterator();
        while (it.hasNext()) {
            String s = it.next();
            if (s.equals("d")) {
                it.set("D");
                it.add("inserted");
            }
        }
        while (it.hasPrevious()) {
            Out.print(it.previousIndex() + it.previous() + " ");
        }
        Out.println();
        list.add(1, "middle");
        list.remove("c");
        list.removeLastOccurrence("e");
        Out.println(list + " " + list.indexOf("inserted") + list.contains("zzz"));
        Iterator<String> down = list.descendingIterator();
        while (down.hasNext()) {
            if (down.next().startsWith("i")) {
                down.remove();
            }
        }
        Out.println(list.toString());
        list.clear();
        Out.println(list.isEmpty() + " " + list.poll() + " " + list.peek());
        try {
            list.removeFirst();
        } catch (NoSuchElementException e) {
            Out.println("empty");
        }
    }
}
