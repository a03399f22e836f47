package org.bulkhead.programs.core.monitors;

import org.bulkhead.programs.Out;

/** Thousands of monitors held at once and one entered thousands of times. */
public final class ManyMonitors {
    private static final Object[] LOCKS = new Object[2000];

    public static void main(String[] args) {
        for (int i = 0; i < LOCKS.length; i++) {
            LOCKS[i] = i % 3 == 0 ? new int[1] : new Object();
        }
        Out.println(holdAll(0));
        Out.println(again(LOCKS[1], 3000));
        int freed = 0;
        for (Object lock : LOCKS) {
            try {
                lock.notify();
            } catch (IllegalMonitorStateException e) {
                freed++;
            }
        }
        Out.println(freed);
    }

    private static int holdAll(int from) {
        if (from == LOCKS.length) {
            int held = 0;
            for (Object lock : LOCKS) {
                lock.notifyAll();
                held++;
            }
            return held;
        }
        synchronized (LOCKS[from]) {
            return holdAll(from + 1);
        }
    }

    private static int again(Object lock, int times) {
        synchronized (lock) {
            return times == 0 ? 0 : 1 + again(lock, times - 1);
        }
    }
}
