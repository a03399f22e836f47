package org.bulkhead.programs.threads.basic;

/** The stack trace of a thread that waits names where it waits and who called that. */
public final class StackTraceOfOthers {
    private static final Object LOCK = new Object();

    private static void outer() {
        inner();
    }

    private static void inner() {
        synchronized (LOCK) {
            try {
                LOCK.wait();
            } catch (InterruptedException e) {
                System.out.println("interrupted");
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(StackTraceOfOthers::outer, "looked at");
        System.out.println(thread.getStackTrace().length);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        for (StackTraceElement each : thread.getStackTrace()) {
            if (each.getClassName().equals(StackTraceOfOthers.class.getName())) {
                System.out.println(each.getMethodName() + " " + each.getLineNumber());
            }
        }
        System.out.println(Thread.getAllStackTraces().containsKey(thread) + " " + Thread.getAllStackTraces().containsKey(Thread.currentThread()));
        thread.interrupt();
        thread.join();
        System.out.println(thread.getStackTrace().length);
        System.out.println(Thread.currentThread().getStackTrace()[1].getMethodName());
    }
}
