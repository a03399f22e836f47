package org.bulkhead.programs.threads.monitors;

import org.bulkhead.programs.AllocatesMuch;

/** A monitor entered hundreds of times is waited for by others, left for a wait, and entered again as often. */
@AllocatesMuch
public final class DeepRecursionInMonitor {
    private static final Object LOCK = new Object();
    private static boolean go;

    private static int nested(int depth) throws InterruptedException {
        synchronized (LOCK) {
            if (depth == 0) {
                while (!go) {
                    LOCK.wait();
                }
                return 0;
            }
            int below = nested(depth - 1);
            return Thread.holdsLock(LOCK) ? below + 1 : Integer.MIN_VALUE;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int[] depths = {0, 1, 126, 127, 128, 129, 190, 191, 192, 255, 256, 1000};
        for (int depth : depths) {
            go = false;
            int[] result = new int[1];
            Thread thread = new Thread(() -> {
                try {
                    result[0] = nested(depth);
                } catch (InterruptedException e) {
                    System.out.println(e);
                }
            });
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.yield();
            }
            synchronized (LOCK) {
                go = true;
                LOCK.notify();
            }
            thread.join();
            System.out.println(result[0] + " " + Thread.holdsLock(LOCK));
            synchronized (LOCK) {
                LOCK.notify();
            }
        }
    }
}
