package org.bulkhead.programs.threads.monitors;

import org.bulkhead.programs.AllocatesMuch;

/** An exception that leaves synchronized blocks and methods frees the monitors for the others. */
@AllocatesMuch
public final class ExceptionsLeaveMonitors {
    private final Object lock = new Object();

    private synchronized void failsInMethod(int n) {
        if (n == 0) {
            throw new IllegalStateException("method");
        }
        failsInMethod(n - 1);
    }

    private void failsInBlock() {
        synchronized (lock) {
            synchronized (this) {
                Object[] none = new Object[0];
                none[1] = null;
            }
        }
    }

    private synchronized int overflows(int n) {
        return overflows(n + 1) + 1;
    }

    public static void main(String[] args) throws InterruptedException {
        ExceptionsLeaveMonitors shared = new ExceptionsLeaveMonitors();
        Thread[] threads = new Thread[4];
        int[] caught = new int[3];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 20; k++) {
                    try {
                        shared.failsInMethod(k);
                    } catch (IllegalStateException e) {
                        synchronized (caught) {
                            caught[0]++;
                        }
                    }
                    try {
                        shared.failsInBlock();
                    } catch (ArrayIndexOutOfBoundsException e) {
                        synchronized (caught) {
                            caught[1]++;
                        }
                    }
                }
                try {
                    shared.overflows(0);
                } catch (StackOverflowError e) {
                    synchronized (caught) {
                        caught[2]++;
                    }
                }
                System.out.println(Thread.holdsLock(shared) || Thread.holdsLock(shared.lock));
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(caught[0] + " " + caught[1] + " " + caught[2]);
    }
}
