package org.bulkhead.programs.threads.endings;

/** Hooks run when main has returned, and may wait for each other. */
public final class HooksAfterMain {
    public static void main(String[] args) throws InterruptedException {
        Thread first = new Thread(() -> System.out.println("first hook"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                first.join();
            } catch (InterruptedException e) {
                System.out.println(e);
            }
            System.out.println("second hook");
            try {
                Runtime.getRuntime().addShutdownHook(new Thread());
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }));
        Runtime.getRuntime().addShutdownHook(first);
        System.out.println("main returns");
        first.join();
    }
}
