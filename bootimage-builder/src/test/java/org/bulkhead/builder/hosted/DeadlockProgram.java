package org.bulkhead.builder.hosted;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Ends in a deadlock of the kind that its argument names. HotSpot would hang. */
final class DeadlockProgram {
    private DeadlockProgram() {}

    public static void main(String[] args) throws InterruptedException {
        switch (args[0]) {
            case "monitors" -> monitors();
            case "park" -> LockSupport.park();
            case "initialisers" -> initialisers();
            case "join" -> Thread.currentThread().join();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void monitors() throws InterruptedException {
        Object fork = new Object();
        String knife = new String("knife");
        CountDownLatch both = new CountDownLatch(2);
        Thread other = new Thread(() -> holdBoth(knife, fork, both), "other");
        other.start();
        holdBoth(fork, knife, both);
        other.join();
    }

    private static void holdBoth(Object first, Object second, CountDownLatch both) {
        synchronized (first) {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                return;
            }
            synchronized (second) {
                System.out.println("not reached");
            }
        }
    }

    /** Initialised by one thread while another initialises {@link Right}, which each needs of the other. */
    private static final class Left {
        static final int VALUE = later(() -> Right.VALUE);
    }

    private static final class Right {
        static final int VALUE = later(() -> Left.VALUE);
    }

    private interface Needed {
        int value();
    }

    private static int later(Needed needed) {
        for (int i = 0; i < 10; i++) {
            Thread.yield();
        }
        return needed.value();
    }

    private static void initialisers() {
        new Thread(() -> System.out.println(Left.VALUE), "left").start();
        new Thread(() -> System.out.println(Right.VALUE), "right").start();
    }
}
