package org.bulkhead.programs.threads.references;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** A wait at a queue ends by its time, by interruption, by a reference that the program enqueues itself, and when the collector clears one. */
public final class RemoveWithLimits {
    private static final long LONG = 1_000_000;

    private RemoveWithLimits() {
    }

    public static void main(String[] args) throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        System.out.println("too early " + queue.remove(5));
        try {
            queue.remove(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Thread interrupted = new Thread(() -> {
            try {
                System.out.println(queue.remove());
            } catch (InterruptedException e) {
                System.out.println("interrupted, still so " + Thread.currentThread().isInterrupted());
            }
        });
        interrupted.start();
        interrupted.interrupt();
        interrupted.join();
        Object kept = new Object();
        Reference<Object> own = new WeakReference<>(kept, queue);
        Thread waiter = new Thread(() -> removed(queue, own));
        waiter.start();
        System.out.println("enqueued " + own.enqueue());
        waiter.join();
        System.out.println("again " + own.enqueue() + ", " + own.isEnqueued() + ", get " + own.get());
        Reference<Object> cleared = new WeakReference<>(new Object(), queue);
        Thread timed = new Thread(() -> removed(queue, cleared));
        timed.start();
        Garbage.until(() -> !timed.isAlive());
        System.out.println("nothing left " + queue.remove(1));
        Reference.reachabilityFence(kept);
    }

    private static void removed(ReferenceQueue<Object> queue, Reference<Object> wanted) {
        try {
            Reference<?> first = queue.remove(LONG);
            System.out.println("came " + (first == wanted) + ", is in its queue " + first.isEnqueued() + ", cleared " + first.refersTo(null));
        } catch (InterruptedException e) {
            System.out.println(e);
        }
    }
}
