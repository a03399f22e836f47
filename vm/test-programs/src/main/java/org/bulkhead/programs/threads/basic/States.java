package org.bulkhead.programs.threads.basic;

import java.util.concurrent.locks.LockSupport;

/** A thread shows what it waits for, and an unstarted and a dead one what they are. */
public final class States {
    private static void await(Thread thread, Thread.State wanted) throws InterruptedException {
        while (thread.getState() != wanted) {
            Thread.sleep(1);
        }
        System.out.println(thread.getName() + " " + wanted);
    }

    public static void main(String[] args) throws InterruptedException {
        Object lock = new Object();
        boolean[] go = new boolean[1];
        Thread waiting = new Thread(() -> {
            synchronized (lock) {
                while (!go[0]) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            }
        }, "waiting");
        await(waiting, Thread.State.NEW);
        waiting.start();
        await(waiting, Thread.State.WAITING);
        Thread blocked = new Thread(() -> {
            synchronized (lock) {
                System.out.println("has the lock");
            }
        }, "blocked");
        synchronized (lock) {
            blocked.start();
            await(blocked, Thread.State.BLOCKED);
            go[0] = true;
            lock.notify();
            await(waiting, Thread.State.BLOCKED);
        }
        blocked.join();
        waiting.join();
        await(waiting, Thread.State.TERMINATED);
        Thread parked = new Thread(LockSupport::park, "parked");
        parked.start();
        await(parked, Thread.State.WAITING);
        LockSupport.unpark(parked);
        parked.join();
        Thread sleeping = new Thread(() -> {
            try {
                Thread.sleep(100_000);
            } catch (InterruptedException e) {
                System.out.println("woken");
            }
        }, "sleeping");
        sleeping.start();
        await(sleeping, Thread.State.TIMED_WAITING);
        sleeping.interrupt();
        sleeping.join();
    }
}
