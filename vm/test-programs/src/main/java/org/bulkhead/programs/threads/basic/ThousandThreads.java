package org.bulkhead.programs.threads.basic;

import org.bulkhead.programs.AllocatesMuch;

/** A thousand threads live at the same time. */
@AllocatesMuch
public final class ThousandThreads {
    public static void main(String[] args) throws InterruptedException {
        Object gate = new Object();
        boolean[] open = new boolean[1];
        int[] waiting = new int[1];
        long[] sum = new long[1];
        Thread[] threads = new Thread[1000];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                synchronized (gate) {
                    waiting[0]++;
                    gate.notifyAll();
                    while (!open[0]) {
                        try {
                            gate.wait();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    sum[0] += number;
                }
            });
            threads[i].start();
        }
        synchronized (gate) {
            while (waiting[0] < threads.length) {
                gate.wait();
            }
            System.out.println(waiting[0] + " wait");
            open[0] = true;
            gate.notifyAll();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(sum[0]);
    }
}
