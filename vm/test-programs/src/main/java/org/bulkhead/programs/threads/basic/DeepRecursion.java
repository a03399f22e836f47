package org.bulkhead.programs.threads.basic;

import org.bulkhead.programs.AllocatesMuch;

/** The stack of a second thread ends in a StackOverflowError, more than once, and the other threads do not notice. */
@AllocatesMuch
public final class DeepRecursion {
    private static int depth;

    private static int descend(int n) {
        depth = n;
        return descend(n + 1) + 1;
    }

    private static void overflow(String name) {
        for (int i = 0; i < 3; i++) {
            depth = 0;
            try {
                descend(0);
                System.out.println("no end");
            } catch (StackOverflowError e) {
                System.out.println(name + " overflows " + (depth > 500) + " " + (e.getStackTrace().length > 100));
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(() -> overflow("other"));
        thread.start();
        thread.join();
        overflow("main");
        thread = new Thread(() -> overflow("third"));
        thread.start();
        thread.join();
    }
}
