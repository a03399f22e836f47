package org.bulkhead.programs.threads.basic;

import org.bulkhead.programs.AllocatesMuch;

/** Threads that stand thousands of frames deep take turns, and find their frames as they left them. */
@AllocatesMuch
public final class DeepStacksTakeTurns {
    private static final int DEPTH = 2000;
    private static final Object LOCK = new Object();
    private static int turn;

    private static long descend(int number, int depth, long sum) throws InterruptedException {
        if (depth == 0) {
            for (int i = 0; i < 20; i++) {
                synchronized (LOCK) {
                    while (turn % 3 != number) {
                        LOCK.wait();
                    }
                    turn++;
                    LOCK.notifyAll();
                }
            }
            return sum;
        }
        Object[] kept = {depth, "d" + depth % 10};
        long below = descend(number, depth - 1, sum + depth);
        return below + kept.length + ((String) kept[1]).length() + (Integer) kept[0] - depth;
    }

    public static void main(String[] args) throws InterruptedException {
        long[] results = new long[3];
        Thread[] threads = new Thread[3];
        for (int i = 0; i < 3; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                try {
                    results[number] = descend(number, DEPTH + number, number);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[i].start();
        }
        for (int i = 0; i < 3; i++) {
            threads[i].join();
            System.out.println(results[i]);
        }
    }
}
