package org.bulkhead.programs.threads.monitors;

/** A bounded buffer of one place between producers and consumers. */
public final class WaitAndNotify {
    private Integer item;
    private int ended;

    private synchronized void put(int value) throws InterruptedException {
        while (item != null) {
            wait();
        }
        item = value;
        notifyAll();
    }

    private synchronized Integer take() throws InterruptedException {
        while (item == null) {
            if (ended == 3) {
                return null;
            }
            wait();
        }
        Integer taken = item;
        item = null;
        notifyAll();
        return taken;
    }

    private synchronized void end() {
        ended++;
        notifyAll();
    }

    public static void main(String[] args) throws InterruptedException {
        WaitAndNotify buffer = new WaitAndNotify();
        long[] sums = new long[4];
        int[] counts = new int[4];
        Thread[] threads = new Thread[7];
        for (int i = 0; i < 3; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                try {
                    for (int k = 0; k < 400; k++) {
                        buffer.put(1000 * number + k);
                    }
                    buffer.end();
                } catch (InterruptedException e) {
                    System.out.println(e);
                }
            });
        }
        for (int i = 0; i < 4; i++) {
            int number = i;
            threads[3 + i] = new Thread(() -> {
                try {
                    for (Integer taken = buffer.take(); taken != null; taken = buffer.take()) {
                        sums[number] += taken;
                        counts[number]++;
                    }
                } catch (InterruptedException e) {
                    System.out.println(e);
                }
            });
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(counts[0] + counts[1] + counts[2] + counts[3]);
        System.out.println(sums[0] + sums[1] + sums[2] + sums[3]);
    }
}
