package org.bulkhead.programs.threads.basic;

/** What a thread does not catch goes to its handler, its group, or the default handler; the others go on. */
public final class UncaughtHandlers {
    private static void run(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
        System.out.println(thread.getName() + " " + thread.isAlive() + " " + thread.getState());
    }

    private static Thread failing(String name) {
        return new Thread(() -> {
            throw new IllegalStateException("thrown by " + name);
        }, name);
    }

    public static void main(String[] args) throws InterruptedException {
        Thread own = failing("own");
        own.setUncaughtExceptionHandler((thread, thrown) -> System.out.println("own handler: " + thread.getName() + " " + thrown));
        run(own);
        System.out.println(own.getUncaughtExceptionHandler());
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.out.println("default handler: " + thread.getName() + " " + thrown));
        run(failing("any"));
        ThreadGroup group = new ThreadGroup("group") {
            @Override
            public void uncaughtException(Thread thread, Throwable thrown) {
                System.out.println("group: " + thread.getName() + " " + thrown.getMessage());
            }
        };
        run(new Thread(group, () -> {
            throw new IllegalStateException("in group");
        }, "member"));
        Thread bad = failing("bad");
        bad.setUncaughtExceptionHandler((thread, thrown) -> {
            throw new IllegalArgumentException("the handler fails too");
        });
        run(bad);
        Thread.setDefaultUncaughtExceptionHandler(null);
        run(failing("printed to standard error"));
    }
}
