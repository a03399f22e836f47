package org.bulkhead.programs.threads.endings;

/** An exception that leaves another thread ends that thread only. */
public final class UncaughtInThread {
    public static void main(String[] args) throws InterruptedException {
        Thread other = new Thread(() -> {
            throw new IllegalStateException("other fails");
        });
        other.start();
        other.join();
        System.out.println("main goes on");
    }
}
