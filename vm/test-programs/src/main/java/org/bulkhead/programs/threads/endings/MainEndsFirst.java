package org.bulkhead.programs.threads.endings;

/** The program goes on until its last thread that is no daemon has ended. */
public final class MainEndsFirst {
    public static void main(String[] args) throws InterruptedException {
        Thread main = Thread.currentThread();
        new Thread(() -> {
            try {
                main.join();
                System.out.println("main is over: " + main.getState());
                Thread last = new Thread(() -> System.out.println("last"));
                last.start();
            } catch (InterruptedException e) {
                System.out.println(e);
            }
        }).start();
        Thread daemon = new Thread(() -> {
            while (true) {
                Thread.yield();
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        System.out.println("main returns");
    }
}
