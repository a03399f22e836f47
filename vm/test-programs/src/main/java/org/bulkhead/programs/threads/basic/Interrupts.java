package org.bulkhead.programs.threads.basic;

import java.util.concurrent.locks.LockSupport;

/** An interruption ends sleep, wait and join with an exception, park without one, and is kept for later otherwise. */
public final class Interrupts {
    private static void interrupted(String name, Runnable waits) throws InterruptedException {
        Thread thread = new Thread(waits, name);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.yield();
        }
        thread.interrupt();
        thread.join();
    }

    private static void report(InterruptedException e) {
        System.out.println(Thread.currentThread().getName() + ": " + e.getMessage() + " " + Thread.currentThread().isInterrupted());
    }

    public static void main(String[] args) throws InterruptedException {
        Object lock = new Object();
        interrupted("sleep", () -> {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                report(e);
            }
        });
        interrupted("wait", () -> {
            synchronized (lock) {
                synchronized (lock) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        report(e);
                    }
                    System.out.println(Thread.holdsLock(lock));
                }
                System.out.println(Thread.holdsLock(lock));
            }
            System.out.println(Thread.holdsLock(lock));
        });
        interrupted("timed wait", () -> {
            synchronized (lock) {
                try {
                    lock.wait(1_000_000);
                } catch (InterruptedException e) {
                    report(e);
                }
            }
        });
        Thread main = Thread.currentThread();
        interrupted("join", () -> {
            try {
                main.join();
            } catch (InterruptedException e) {
                report(e);
            }
        });
        interrupted("park", () -> {
            LockSupport.park();
            System.out.println("park: " + Thread.currentThread().isInterrupted());
            LockSupport.park();
            System.out.println("park: " + Thread.interrupted() + " " + Thread.interrupted());
        });
        Thread.currentThread().interrupt();
        try {
            Thread.sleep(1_000_000);
        } catch (InterruptedException e) {
            report(e);
        }
        Thread.currentThread().interrupt();
        synchronized (lock) {
            try {
                lock.wait();
            } catch (InterruptedException e) {
                report(e);
            }
        }
        Thread unstarted = new Thread(() -> System.out.println("unstarted: " + Thread.currentThread().isInterrupted()));
        unstarted.interrupt();
        unstarted.start();
        unstarted.join();
        System.out.println(unstarted.isInterrupted());
    }
}
