package org.bulkhead.programs.threads.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;

/** Any thread may end the program; the hooks run, nothing else goes on. */
@Exits(value = ExitKind.EXPLICIT, status = 7)
public final class ExitFromThread {
    public static void main(String[] args) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        Thread removed = new Thread(() -> System.out.println("removed hook"));
        Runtime.getRuntime().addShutdownHook(removed);
        System.out.println(Runtime.getRuntime().removeShutdownHook(removed) + " " + Runtime.getRuntime().removeShutdownHook(removed));
        try {
            Runtime.getRuntime().addShutdownHook(Thread.currentThread());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        new Thread(() -> System.exit(7)).start();
        Thread.sleep(1_000_000);
        System.out.println("not reached");
    }
}
