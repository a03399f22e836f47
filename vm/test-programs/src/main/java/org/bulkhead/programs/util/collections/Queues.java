package org.bulkhead.programs.util.collections;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.bulkhead.programs.Out;

/** {@code PriorityQueue} and {@code ArrayDeque}, at both ends and while growing. */
public final class Queues {
    private record Job(String name, int priority) {
    }

    public static void main(String[] args) {
        PriorityQueue<Integer> numbers = new PriorityQueue<>(Collections.reverseOrder());
        for (int i = 0; i < 40; i++) {
            numbers.add(i * 29 % 41);
        }
        numbers.remove(17);
        StringBuilder b = new StringBuilder();
        while (numbers.size() > 5) {
            b.append(numbers.poll()).append(' ');
        }
        Out.println(b + "| " + numbers.peek());
        PriorityQueue<Job> jobs = new PriorityQueue<>(Comparator.comparingInt(Job::priority).thenComparing(Job::name));
        jobs.add(new Job("write", 2));
        jobs.add(new Job("read", 1));
        jobs.add(new Job("alarm", 0));
        jobs.add(new Job("poll", 1));
        while (!jobs.isEmpty()) {
            Out.print(jobs.remove().name() + " ");
        }
        Out.println();
        ArrayDeque<Integer> deque = new ArrayDeque<>(2);
        for (int i = 0; i < 100; i++) {
            if (i % 3 == 0) {
                deque.addFirst(i);
            } else {
                deque.offerLast(i);
            }
            if (i % 5 == 0) {
                deque.pollLast();
            }
        }
        long hash = 0;
        for (int i : deque) {
            hash = hash * 31 + i;
        }
        Out.println(deque.size() + " " + hash + " " + deque.peekFirst() + " " + deque.getLast() + " " + deque.contains(50));
        deque.removeFirstOccurrence(50);
        deque.removeIf(i -> i % 2 == 1);
        Out.println(deque.size() + " " + deque.pop() + " " + deque.removeLast());
        try {
            deque.add(null);
        } catch (NullPointerException e) {
            Out.println("no nulls");
        }
        try {
            new ArrayDeque<>().removeFirst();
        } catch (NoSuchElementException e) {
            Out.println("empty");
        }
        try {
            new PriorityQueue<>().element();
        } catch (NoSuchElementException e) {
            Out.println("empty too");
        }
    }
}
