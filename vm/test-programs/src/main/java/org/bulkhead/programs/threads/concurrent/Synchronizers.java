package org.bulkhead.programs.threads.concurrent;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Semaphore, CountDownLatch, CyclicBarrier, Phaser and Exchanger bring threads together. */
public final class Synchronizers {
    public static void main(String[] args) throws Exception {
        Semaphore semaphore = new Semaphore(2, true);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(6);
        for (int i = 0; i < 6; i++) {
            new Thread(() -> {
                for (int k = 0; k < 50; k++) {
                    semaphore.acquireUninterruptibly();
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    semaphore.release();
                }
                done.countDown();
            }).start();
        }
        done.await();
        System.out.println(most.get() <= 2 && most.get() > 0);
        System.out.println(semaphore.availablePermits() + " " + done.await(1, TimeUnit.MILLISECONDS) + " " + semaphore.tryAcquire(3));
        int[] sums = new int[4];
        int[] rounds = new int[1];
        CyclicBarrier barrier = new CyclicBarrier(4, () -> rounds[0]++);
        Thread[] threads = new Thread[4];
        for (int i = 0; i < 4; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                try {
                    for (int k = 0; k < 20; k++) {
                        sums[number] += rounds[0];
                        barrier.await();
                        barrier.await();
                    }
                } catch (InterruptedException | BrokenBarrierException e) {
                    System.out.println(e);
                }
            });
            threads[i].start();
        }
        for (int i = 0; i < 4; i++) {
            threads[i].join();
            System.out.println(sums[i]);
        }
        try {
            barrier.await(3, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("barrier times out " + barrier.isBroken());
        }
        Phaser phaser = new Phaser(1);
        AtomicInteger arrivals = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            phaser.register();
            new Thread(() -> {
                for (int k = 0; k < 10; k++) {
                    arrivals.incrementAndGet();
                    phaser.arriveAndAwaitAdvance();
                }
                phaser.arriveAndDeregister();
            }).start();
        }
        for (int k = 0; k < 10; k++) {
            phaser.arriveAndAwaitAdvance();
        }
        System.out.println(arrivals.get() + " " + phaser.getPhase());
        phaser.arriveAndDeregister();
        Exchanger<String> exchanger = new Exchanger<>();
        Thread partner = new Thread(() -> {
            try {
                for (int i = 0; i < 10; i++) {
                    String got = exchanger.exchange("b" + i);
                    if (!got.equals("a" + i)) {
                        System.out.println("wrong: " + got);
                    }
                }
            } catch (InterruptedException e) {
                System.out.println(e);
            }
        });
        partner.start();
        StringBuilder got = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            got.append(exchanger.exchange("a" + i));
        }
        partner.join();
        System.out.println(got);
    }
}
