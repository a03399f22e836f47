package org.bulkhead.programs.threads.monitors;

import java.util.concurrent.locks.LockSupport;

/** A notification before the wait is lost, a permit before the park is not. */
public final class LostWakeup {
    public static void main(String[] args) throws InterruptedException {
        Object lock = new Object();
        synchronized (lock) {
            lock.notify();
            long begin = System.nanoTime();
            lock.wait(20);
            System.out.println(System.nanoTime() - begin >= 20_000_000);
        }
        LockSupport.unpark(Thread.currentThread());
        LockSupport.unpark(Thread.currentThread());
        LockSupport.park();
        System.out.println("parked once");
        Thread waker = new Thread(() -> System.out.println("waker"));
        waker.start();
        waker.join();
        boolean[] ready = new boolean[1];
        int[] rounds = new int[1];
        Thread setter = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                synchronized (lock) {
                    while (ready[0]) {
                        try {
                            lock.wait();
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                    ready[0] = true;
                    lock.notify();
                }
            }
        });
        setter.start();
        for (int i = 0; i < 200; i++) {
            synchronized (lock) {
                while (!ready[0]) {
                    lock.wait();
                }
                ready[0] = false;
                rounds[0]++;
                lock.notify();
            }
        }
        setter.join();
        System.out.println(rounds[0]);
    }
}
