package org.bulkhead.programs.util.misc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.bulkhead.programs.Out;

/** Atomics, locks and concurrent collections as one thread sees them. */
public final class LocksAndAtomics {
    public static void main(String[] args) {
        AtomicInteger i = new AtomicInteger(5);
        Out.println(i.incrementAndGet() + " " + i.getAndAdd(10) + " " + i.compareAndSet(16, 3) + i.compareAndSet(16, 4) + " " + i.updateAndGet(x -> x * x) + " " + i.getAndSet(1) + " " + i.accumulateAndGet(7, Math::max));
        AtomicLong l = new AtomicLong(1L << 40);
        Out.println(l.decrementAndGet() + " " + l.getAndUpdate(x -> x >> 1) + " " + l.addAndGet(-5));
        AtomicReference<String> r = new AtomicReference<>("first");
        String first = r.get();
        Out.println(r.compareAndSet(first, "second") + " " + r.compareAndSet(first, "third") + " " + r.getAndSet(null) + r.get());
        AtomicBoolean b = new AtomicBoolean();
        AtomicIntegerArray array = new AtomicIntegerArray(3);
        array.addAndGet(1, 5);
        array.compareAndSet(1, 5, 6);
        Out.println(b.getAndSet(true) + " " + b.get() + " " + array);
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        lock.lock();
        Out.println(lock.getHoldCount() + " " + lock.isHeldByCurrentThread() + " " + lock.tryLock());
        for (int n = 0; n < 3; n++) {
            lock.unlock();
        }
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            Out.println("not held");
        }
        ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
        for (int n = 0; n < 2000; n++) {
            map.merge(n % 500, n, Integer::sum);
        }
        Out.println(map.size() + " " + map.get(7) + " " + map.remove(7) + map.putIfAbsent(7, 1) + map.computeIfPresent(8, (k, v) -> null) + map.containsKey(8));
        long sum = 0;
        for (int v : map.values()) {
            sum += v;
        }
        Out.println(sum);
        CopyOnWriteArrayList<String> list = new CopyOnWriteArrayList<>(new String[] {"a", "b"});
        for (String s : list) {
            list.add(s + s);
        }
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>(java.util.List.of(1, 2));
        queue.offer(3);
        Out.println(list + " " + list.addIfAbsent("a") + " " + queue.poll() + queue);
    }
}
