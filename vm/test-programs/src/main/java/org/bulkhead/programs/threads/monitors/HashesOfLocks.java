package org.bulkhead.programs.threads.monitors;

/** The identity hash of an object stays what it was while it is locked, waited for and moved. */
public final class HashesOfLocks {
    public static void main(String[] args) throws InterruptedException {
        Object[] locks = new Object[50];
        int[] hashes = new int[50];
        for (int i = 0; i < locks.length; i++) {
            locks[i] = i % 2 == 0 ? new Object() : new int[i];
            hashes[i] = i % 3 == 0 ? System.identityHashCode(locks[i]) : 0;
        }
        int[] counts = new int[1];
        Thread[] threads = new Thread[5];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 200; k++) {
                    synchronized (locks[(k + number) % locks.length]) {
                        synchronized (locks) {
                            Object[] garbage = new Object[k];
                            counts[0] += garbage.length == k ? 1 : 0;
                            if (k % 10 == number) {
                                Thread.yield();
                            }
                        }
                    }
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.gc();
        int same = 0;
        for (int i = 0; i < locks.length; i++) {
            same += i % 3 != 0 || hashes[i] == System.identityHashCode(locks[i]) ? 1 : 0;
        }
        System.out.println(counts[0] + " " + same);
    }
}
