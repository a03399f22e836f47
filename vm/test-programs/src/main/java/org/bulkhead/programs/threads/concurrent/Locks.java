package org.bulkhead.programs.threads.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** ReentrantLock, fair and not, with conditions, and what refuses. */
public final class Locks {
    public static void main(String[] args) throws Exception {
        for (boolean fair : new boolean[] {false, true}) {
            ReentrantLock lock = new ReentrantLock(fair);
            Condition changed = lock.newCondition();
            int[] turn = new int[1];
            Thread[] threads = new Thread[3];
            StringBuilder order = new StringBuilder();
            for (int i = 0; i < threads.length; i++) {
                int number = i;
                threads[i] = new Thread(() -> {
                    for (int k = 0; k < 5; k++) {
                        lock.lock();
                        try {
                            while (turn[0] % 3 != number) {
                                changed.awaitUninterruptibly();
                            }
                            order.append(number);
                            turn[0]++;
                            changed.signalAll();
                        } finally {
                            lock.unlock();
                        }
                    }
                });
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.println(order + " " + lock.isLocked() + " " + lock.isFair());
            lock.lock();
            lock.lock();
            System.out.println(lock.getHoldCount() + " " + lock.isHeldByCurrentThread() + " " + changed.await(5, TimeUnit.MILLISECONDS));
            boolean[] taken = new boolean[2];
            Thread other = new Thread(() -> {
                try {
                    taken[0] = lock.tryLock();
                    taken[1] = lock.tryLock(5, TimeUnit.MILLISECONDS);
                    lock.lockInterruptibly();
                } catch (InterruptedException e) {
                    System.out.println("interrupted " + taken[0] + " " + taken[1]);
                }
            });
            other.start();
            while (!lock.hasQueuedThread(other) || other.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
            other.interrupt();
            other.join();
            lock.unlock();
            lock.unlock();
            try {
                lock.unlock();
            } catch (IllegalMonitorStateException e) {
                System.out.println("not the owner");
            }
        }
    }
}
