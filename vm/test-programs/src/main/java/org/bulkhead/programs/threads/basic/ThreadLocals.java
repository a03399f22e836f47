package org.bulkhead.programs.threads.basic;

/** Each thread has its own values; inheritable ones go from parent to child. */
public final class ThreadLocals {
    private static final ThreadLocal<int[]> COUNTER = ThreadLocal.withInitial(() -> new int[1]);
    private static final ThreadLocal<String> PLAIN = new ThreadLocal<>();
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>() {
        @Override
        protected String childValue(String parent) {
            return parent + "'s child";
        }
    };

    public static void main(String[] args) throws InterruptedException {
        PLAIN.set("main");
        INHERITED.set("main");
        int[] results = new int[5];
        Thread[] threads = new Thread[5];
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 1000 * (number + 1); k++) {
                    COUNTER.get()[0]++;
                    if (k % 100 == 0) {
                        Thread.yield();
                    }
                }
                results[number] = COUNTER.get()[0];
            });
            threads[i].start();
        }
        for (int i = 0; i < threads.length; i++) {
            threads[i].join();
            System.out.println(results[i]);
        }
        System.out.println(COUNTER.get()[0]);
        Thread child = new Thread(() -> {
            System.out.println(PLAIN.get() + " " + INHERITED.get());
            INHERITED.set("changed");
            PLAIN.set("other");
            PLAIN.remove();
            System.out.println(PLAIN.get());
        });
        INHERITED.set("too late");
        child.start();
        child.join();
        System.out.println(PLAIN.get() + " " + INHERITED.get());
    }
}
