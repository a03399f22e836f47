package org.bulkhead.programs.threads.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;

/** An exception leaves main while another thread still runs: that one ends in its own time, then the status is 1. */
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtInMain {
    public static void main(String[] args) throws InterruptedException {
        Thread main = Thread.currentThread();
        Thread other = new Thread(() -> {
            try {
                main.join();
            } catch (InterruptedException e) {
                System.out.println(e);
            }
            System.out.println("other ends after main");
        });
        other.start();
        throw new IllegalStateException("main fails");
    }
}
