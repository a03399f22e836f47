package org.bulkhead.programs.threads.basic;

/** A thread that never loops but calls itself twice a level for very long lets others run. */
public final class SpinInRecursion {
    private static volatile boolean stop;

    private static int fib(int n) {
        if (stop) {
            return 0;
        }
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }

    public static void main(String[] args) throws InterruptedException {
        Thread busy = new Thread(() -> System.out.println(fib(80) > 0));
        busy.start();
        Thread.sleep(20);
        stop = true;
        busy.join();
    }
}
