package org.bulkhead.programs.threads.monitors;

/** Many threads count in one monitor, by blocks and by methods, and lose nothing. */
public final class Contention {
    private static int inBlocks;
    private static int inMethods;
    private int ofInstance;

    private static synchronized void count() {
        int before = inMethods;
        if (before % 7 == 0) {
            Thread.yield();
        }
        inMethods = before + 1;
    }

    private synchronized int countHere(int depth) {
        return depth == 0 ? ++ofInstance : countHere(depth - 1);
    }

    public static void main(String[] args) throws InterruptedException {
        Object lock = new Object();
        Contention instance = new Contention();
        Thread[] threads = new Thread[10];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 500; k++) {
                    synchronized (lock) {
                        int before = inBlocks;
                        if (k % 5 == 0) {
                            Thread.yield();
                        }
                        inBlocks = before + 1;
                    }
                    count();
                    instance.countHere(k % 4);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(inBlocks + " " + inMethods + " " + instance.ofInstance);
    }
}
