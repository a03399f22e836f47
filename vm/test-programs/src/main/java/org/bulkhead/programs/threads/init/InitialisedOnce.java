package org.bulkhead.programs.threads.init;

/** Many threads use a class at the same time: one initialises it, the others wait and see what it has made. */
public final class InitialisedOnce {
    private static int initialised;

    static final class Slow {
        static final int[] TABLE = new int[100];

        static {
            initialised++;
            for (int i = 0; i < TABLE.length; i++) {
                TABLE[i] = i * i;
                Thread.yield();
            }
        }

        static int at(int i) {
            return TABLE[i];
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int[] seen = new int[6];
        Thread[] threads = new Thread[seen.length];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = new Thread(() -> seen[number] = Slow.at(99));
            threads[i].start();
        }
        for (int i = 0; i < threads.length; i++) {
            threads[i].join();
            System.out.println(seen[i]);
        }
        System.out.println(initialised);
    }
}
