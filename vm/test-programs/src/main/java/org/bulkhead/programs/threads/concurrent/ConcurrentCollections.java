package org.bulkhead.programs.threads.concurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** Maps, sets, lists and queues that many threads change at the same time. */
public final class ConcurrentCollections {
    private static void run(int threads, IntConsumer work) throws InterruptedException {
        Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int number = i;
            all[i] = new Thread(() -> work.accept(number));
            all[i].start();
        }
        for (Thread thread : all) {
            thread.join();
        }
    }

    public static void main(String[] args) throws Exception {
        ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
        run(6, number -> {
            for (int k = 0; k < 400; k++) {
                map.merge(k % 97, 1, Integer::sum);
                map.computeIfAbsent(1000 + k, key -> key);
                if (k % 50 == 0) {
                    Thread.yield();
                }
            }
        });
        System.out.println(map.size() + " " + map.values().stream().mapToInt(i -> i).filter(i -> i < 1000).sum());
        System.out.println(map.reduceValuesToLong(10, i -> i < 1000 ? i : 0, 0, Long::sum) + " " + map.search(1, (k, v) -> k == 1050 ? v : null));
        map.forEach(1, (k, v) -> {
            if (k == 1399) {
                System.out.println(v);
            }
        });
        ConcurrentSkipListMap<String, Integer> sorted = new ConcurrentSkipListMap<>();
        run(4, number -> {
            for (int k = 0; k < 200; k++) {
                sorted.put("k" + (k * 4 + number), k);
                if (k % 3 == 0) {
                    sorted.remove("k" + (k * 4 + number));
                }
            }
        });
        System.out.println(sorted.size() + " " + sorted.firstKey() + " " + sorted.lastKey() + " " + sorted.headMap("k3").size());
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();
        CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>();
        Set<Integer> set = ConcurrentHashMap.newKeySet();
        ConcurrentSkipListSet<Integer> ordered = new ConcurrentSkipListSet<>();
        List<Integer> synchronizedList = Collections.synchronizedList(new ArrayList<>());
        run(5, number -> {
            for (int k = 0; k < 60; k++) {
                queue.add(k);
                deque.addFirst(k);
                deque.addLast(k);
                list.addIfAbsent(k * 5 + number);
                set.add(k % 7 + number);
                ordered.add(k - number);
                synchronizedList.add(k);
                if (k % 2 == 0) {
                    queue.poll();
                    deque.pollLast();
                }
            }
        });
        System.out.println(queue.size() + " " + deque.size() + " " + list.size() + " " + set.size() + " " + ordered.first() + ".." + ordered.last() + " " + synchronizedList.size());
    }
}
