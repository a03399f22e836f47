package org.bulkhead.programs.threads.basic;

/** A thread starts once: not while it runs, and not afterwards. */
public final class StartTwice {
    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(() -> System.out.println("runs"));
        thread.start();
        thread.join();
        for (int i = 0; i < 2; i++) {
            try {
                thread.start();
            } catch (IllegalThreadStateException e) {
                System.out.println("refused");
            }
        }
        try {
            thread.setDaemon(true);
            System.out.println("a dead thread may be called a daemon");
        } catch (IllegalThreadStateException e) {
            System.out.println("refused");
        }
        Thread.currentThread().interrupt();
        System.out.println(Thread.currentThread().isInterrupted() + " " + Thread.interrupted() + " " + Thread.interrupted());
    }
}
