package org.bulkhead.programs.threads.monitors;

/** notify lets one thread go on, notifyAll all of them; one that is notified goes on only when it has the monitor. */
public final class NotifyOne {
    private static int passed;

    public static void main(String[] args) throws InterruptedException {
        Object lock = new Object();
        Thread[] threads = new Thread[5];
        int[] waiting = new int[1];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                synchronized (lock) {
                    waiting[0]++;
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        System.out.println(e);
                    }
                    passed++;
                    lock.notifyAll();
                }
            });
            threads[i].start();
        }
        while (true) {
            synchronized (lock) {
                if (waiting[0] == threads.length) {
                    break;
                }
            }
            Thread.yield();
        }
        synchronized (lock) {
            lock.notify();
            for (int i = 0; i < 10; i++) {
                Thread.yield();
            }
            System.out.println(passed + " passed while the lock is held");
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(passed);
        synchronized (lock) {
            lock.notify();
            lock.notifyAll();
        }
        System.out.println("nobody to notify");
    }
}
