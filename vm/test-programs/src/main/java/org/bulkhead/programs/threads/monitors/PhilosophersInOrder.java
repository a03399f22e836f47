package org.bulkhead.programs.threads.monitors;

/** Five philosophers who take the forks in one order all eat. */
public final class PhilosophersInOrder {
    public static void main(String[] args) throws InterruptedException {
        Object[] forks = new Object[5];
        for (int i = 0; i < forks.length; i++) {
            forks[i] = new Object();
        }
        int[] meals = new int[5];
        Thread[] philosophers = new Thread[5];
        for (int i = 0; i < philosophers.length; i++) {
            int number = i;
            Object lower = forks[Math.min(i, (i + 1) % 5)];
            Object upper = forks[Math.max(i, (i + 1) % 5)];
            philosophers[i] = new Thread(() -> {
                for (int k = 0; k < 300; k++) {
                    synchronized (lower) {
                        if (k % 3 == 0) {
                            Thread.yield();
                        }
                        synchronized (upper) {
                            meals[number]++;
                        }
                    }
                }
            });
        }
        for (Thread each : philosophers) {
            each.start();
        }
        for (int i = 0; i < 5; i++) {
            philosophers[i].join();
            System.out.println(meals[i]);
        }
    }
}
