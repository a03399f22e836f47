package org.bulkhead.programs.threads.concurrent;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Readers together, writers alone; stamps of StampedLock that stay or do not stay valid. */
public final class ReadWriteLocks {
    public static void main(String[] args) throws Exception {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        int[] values = new int[2];
        int[] torn = new int[1];
        Thread[] threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) {
            boolean writer = i < 2;
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 300; k++) {
                    if (writer) {
                        lock.writeLock().lock();
                        values[0]++;
                        Thread.yield();
                        values[1]++;
                        lock.writeLock().unlock();
                    } else {
                        lock.readLock().lock();
                        if (values[0] != values[1]) {
                            torn[0]++;
                        }
                        Thread.yield();
                        lock.readLock().unlock();
                    }
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(values[0] + " " + values[1] + " " + torn[0]);
        StampedLock stamped = new StampedLock();
        long stamp = stamped.tryOptimisticRead();
        System.out.println(stamped.validate(stamp));
        long write = stamped.writeLock();
        System.out.println(stamped.validate(stamp) + " " + (stamped.tryReadLock() == 0));
        stamped.unlockWrite(write);
        Thread[] more = new Thread[4];
        int[] count = new int[1];
        for (int i = 0; i < more.length; i++) {
            more[i] = new Thread(() -> {
                for (int k = 0; k < 200; k++) {
                    long mine = stamped.writeLock();
                    count[0]++;
                    if (k % 10 == 0) {
                        Thread.yield();
                    }
                    stamped.unlockWrite(mine);
                    long read = stamped.readLock();
                    stamped.unlockRead(read);
                }
            });
            more[i].start();
        }
        for (Thread thread : more) {
            thread.join();
        }
        System.out.println(count[0]);
    }
}
