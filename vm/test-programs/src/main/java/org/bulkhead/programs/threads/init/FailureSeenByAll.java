package org.bulkhead.programs.threads.init;

/** When the initialiser fails, the thread that ran it gets its error, the others NoClassDefFoundError. */
public final class FailureSeenByAll {
    static final class Bad {
        static int value;

        static {
            for (int i = 0; i < 50; i++) {
                Thread.yield();
            }
            value = Integer.parseInt("not a number");
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int[] errors = new int[2];
        Thread[] threads = new Thread[5];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                try {
                    System.out.println(Bad.value);
                } catch (ExceptionInInitializerError e) {
                    synchronized (errors) {
                        errors[0]++;
                        System.out.println(e.getCause());
                    }
                } catch (NoClassDefFoundError e) {
                    synchronized (errors) {
                        errors[1]++;
                    }
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(errors[0] + " " + errors[1]);
    }
}
