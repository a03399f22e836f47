package org.bulkhead.programs.threads.references;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A cleaner's thread runs the action of each object that is gone, once; one that fails harms no other; what is cleaned by hand is not cleaned again. */
public final class CleanersRunActions {
    private static final int COUNT = 20;

    private CleanersRunActions() {
    }

    public static void main(String[] args) {
        Cleaner cleaner = Cleaner.create();
        AtomicInteger cleaned = new AtomicInteger();
        AtomicInteger numbers = new AtomicInteger();
        AtomicReference<Thread> by = new AtomicReference<>();
        Object kept = new Object();
        cleaner.register(kept, () -> System.out.println("the kept object was cleaned"));
        for (int i = 0; i < COUNT; i++) {
            int number = i;
            Cleaner.Cleanable cleanable = cleaner.register(new Object(), () -> {
                by.set(Thread.currentThread());
                numbers.addAndGet(1 << number);
                cleaned.incrementAndGet();
                if (number % 5 == 0) {
                    throw new IllegalStateException("ignored");
                }
            });
            if (i == 7) {
                cleanable.clean();
                cleanable.clean();
                System.out.println("by hand " + cleaned.get() + ", in this thread " + (by.get() == Thread.currentThread()));
            }
        }
        Garbage.until(() -> cleaned.get() == COUNT);
        System.out.println("cleaned " + cleaned.get() + ", numbers " + Integer.toHexString(numbers.get()));
        System.out.println("by another thread " + (by.get() != Thread.currentThread()) + ", a daemon " + by.get().isDaemon());
        Cleaner own = Cleaner.create(task -> {
            Thread made = new Thread(task, "tidy");
            made.setDaemon(true);
            return made;
        });
        own.register(new Object(), () -> by.set(Thread.currentThread()));
        Garbage.until(() -> by.get().getName().equals("tidy"));
        System.out.println("by " + by.get().getName());
        Reference.reachabilityFence(kept);
    }
}
