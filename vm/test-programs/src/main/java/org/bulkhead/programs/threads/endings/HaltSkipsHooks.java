package org.bulkhead.programs.threads.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;

/** halt ends the program without hooks. */
@Exits(value = ExitKind.EXPLICIT, status = 9)
public final class HaltSkipsHooks {
    public static void main(String[] args) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        Thread thread = new Thread(() -> Runtime.getRuntime().halt(9));
        System.out.println("main halts the program");
        thread.start();
        thread.join();
        System.out.println("not reached");
    }
}
