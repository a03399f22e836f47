package org.bulkhead.programs.util.misc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.bulkhead.programs.Out;

/** A simulation of customers at counters, driven by a queue of events: collections, records and lambdas together. */
public final class EventQueue {
    private record Event(long time, int number, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event o) {
            return time != o.time ? Long.compare(time, o.time) : Integer.compare(number, o.number);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<Integer, List<Long>> waits = new HashMap<>();
    private final List<Integer> queue = new ArrayList<>();
    private final Map<Integer, Long> arrived = new HashMap<>();
    private final Random random = new Random(2024);
    private long now;
    private int free = 3;
    private int made;

    public static void main(String[] args) {
        EventQueue q = new EventQueue();
        for (int i = 0; i < 500; i++) {
            int customer = i;
            q.at(q.random.nextInt(10_000), () -> q.arrive(customer));
        }
        q.run();
    }

    private void at(long time, Runnable action) {
        events.add(new Event(time, made++, action));
    }

    private void arrive(int customer) {
        arrived.put(customer, now);
        queue.add(customer);
        serve();
    }

    private void serve() {
        if (free == 0 || queue.isEmpty()) {
            return;
        }
        free--;
        int customer = queue.remove(0);
        waits.computeIfAbsent(customer % 5, k -> new ArrayList<>()).add(now - arrived.remove(customer));
        at(now + 20 + random.nextInt(60), () -> {
            free++;
            serve();
        });
    }

    private void run() {
        int handled = 0;
        while (!events.isEmpty()) {
            Event e = events.poll();
            now = e.time();
            e.action().run();
            handled++;
        }
        Out.println(handled + " " + now);
        new TreeMap<>(waits).forEach((k, list) ->
            Out.println(k + " " + list.size() + " " + list.stream().mapToLong(l -> l).sum() + " " + list.stream().mapToLong(l -> l).max().getAsLong()));
    }
}
