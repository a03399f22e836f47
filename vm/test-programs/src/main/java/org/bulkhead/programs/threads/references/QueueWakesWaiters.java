package org.bulkhead.programs.threads.references;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Threads that wait at queues are woken by collections that other threads have caused, each reference comes once, and none whose referent lives. */
public final class QueueWakesWaiters {
    private static final int COUNT = 30;
    private static final int WAITERS = 3;

    private QueueWakesWaiters() {
    }

    private static final class Weak extends WeakReference<Object> {
        final int number;

        Weak(Object referent, ReferenceQueue<Object> queue, int number) {
            super(referent, queue);
            this.number = number;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        ReferenceQueue<Object> weakQueue = new ReferenceQueue<>();
        ReferenceQueue<Object> phantomQueue = new ReferenceQueue<>();
        AtomicIntegerArray came = new AtomicIntegerArray(COUNT);
        List<Object> kept = new ArrayList<>();
        List<Weak> references = new ArrayList<>();
        int expected = 0;
        for (int i = 0; i < COUNT; i++) {
            Object referent = new int[i + 1];
            references.add(new Weak(referent, weakQueue, i));
            if (i % 4 == 1) {
                kept.add(referent);
            } else {
                expected++;
            }
        }
        Thread[] waiters = new Thread[WAITERS];
        for (int i = 0; i < WAITERS; i++) {
            int share = expected / WAITERS + (i < expected % WAITERS ? 1 : 0);
            waiters[i] = new Thread(() -> {
                for (int taken = 0; taken < share; taken++) {
                    came.incrementAndGet(((Weak) remove(weakQueue)).number);
                }
            });
            waiters[i].start();
        }
        PhantomReference<Object> phantom = new PhantomReference<>(new Object(), phantomQueue);
        Thread atPhantoms = new Thread(() -> System.out.println("phantom came " + (remove(phantomQueue) == phantom)));
        atPhantoms.start();
        Garbage.until(() -> !atPhantoms.isAlive() && !waiters[0].isAlive() && !waiters[1].isAlive() && !waiters[2].isAlive());
        for (Weak each : references) {
            System.out.println(each.number + " came " + came.get(each.number) + ", cleared " + each.refersTo(null));
        }
        System.out.println(kept.size() + " kept, left " + weakQueue.poll());
        Reference.reachabilityFence(kept);
    }

    private static Reference<?> remove(ReferenceQueue<Object> queue) {
        try {
            return queue.remove();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
