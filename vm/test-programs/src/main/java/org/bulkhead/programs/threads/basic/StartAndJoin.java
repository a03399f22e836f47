package org.bulkhead.programs.threads.basic;

/** Threads run, each does its part, and join waits for the end of each. */
public final class StartAndJoin {
    public static void main(String[] args) throws InterruptedException {
        int[] results = new int[8];
        Thread[] threads = new Thread[results.length];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                for (int k = 0; k <= 1000 * number; k++) {
                    results[number] += k;
                }
            });
            System.out.println(threads[i].getName() + " " + threads[i].isAlive() + " " + threads[i].getState());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
            System.out.println(thread.getName() + " " + thread.isAlive() + " " + thread.getState());
        }
        for (int result : results) {
            System.out.println(result);
        }
        threads[0].join();
        threads[0].join(10);
        System.out.println(Thread.currentThread().getName());
    }
}
