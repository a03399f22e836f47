package org.bulkhead.programs.threads.basic;

import java.util.concurrent.locks.LockSupport;

/** Threads that sleep for different times wake in the order of their times; those that wait for a time go on without anybody. */
public final class Sleepers {
    public static void main(String[] args) throws InterruptedException {
        StringBuffer order = new StringBuffer();
        Thread[] threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                try {
                    Thread.sleep(60 * (threads.length - number));
                } catch (InterruptedException e) {
                    order.append("interrupted");
                }
                order.append(number);
            });
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(order);
        long begin = System.nanoTime();
        Object lock = new Object();
        synchronized (lock) {
            lock.wait(20);
            lock.wait(5, 1);
        }
        Thread.sleep(10, 5);
        LockSupport.parkNanos(10_000_000);
        LockSupport.parkUntil(System.currentTimeMillis() + 10);
        threads[0].join(5);
        Thread forever = new Thread(LockSupport::park);
        forever.setDaemon(true);
        forever.start();
        forever.join(20);
        System.out.println(forever.isAlive());
        System.out.println(System.nanoTime() - begin > 50_000_000);
        try {
            Thread.sleep(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        synchronized (lock) {
            try {
                lock.wait(-1);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
