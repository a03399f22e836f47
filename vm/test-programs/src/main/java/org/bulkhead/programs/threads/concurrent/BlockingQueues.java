package org.bulkhead.programs.threads.concurrent;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Every blocking queue carries what is put in to those who take it out. */
public final class BlockingQueues {
    private static long through(BlockingQueue<Integer> queue, int producers, int consumers) throws InterruptedException {
        int each = 300;
        long[] sums = new long[consumers];
        Thread[] threads = new Thread[producers + consumers];
        for (int i = 0; i < producers; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                try {
                    for (int k = 1; k <= each; k++) {
                        queue.put(number * 1000 + k);
                    }
                } catch (InterruptedException e) {
                    System.out.println(e);
                }
            });
        }
        for (int i = 0; i < consumers; i++) {
            int number = i;
            threads[producers + i] = new Thread(() -> {
                try {
                    for (int k = 0; k < each * producers / consumers; k++) {
                        sums[number] += queue.take();
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
        long sum = 0;
        for (long part : sums) {
            sum += part;
        }
        return sum;
    }

    private record Delay(int number, long until) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(until, ((Delay) other).until);
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println(through(new ArrayBlockingQueue<>(3), 3, 2));
        System.out.println(through(new ArrayBlockingQueue<>(1, true), 2, 3));
        System.out.println(through(new LinkedBlockingQueue<>(), 3, 3));
        System.out.println(through(new LinkedBlockingQueue<>(2), 2, 2));
        System.out.println(through(new LinkedBlockingDeque<>(2), 2, 2));
        System.out.println(through(new PriorityBlockingQueue<>(), 2, 2));
        System.out.println(through(new SynchronousQueue<>(), 3, 3));
        System.out.println(through(new SynchronousQueue<>(true), 3, 3));
        System.out.println(through(new LinkedTransferQueue<>(), 3, 3));
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        System.out.println(queue.poll(2, TimeUnit.MILLISECONDS) + " " + queue.offer("x") + " " + queue.offer("y", 2, TimeUnit.MILLISECONDS) + " " + queue.peek());
        DelayQueue<Delay> delays = new DelayQueue<>();
        long now = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            delays.add(new Delay(i, now + (4 - i) * 40_000_000L));
        }
        for (int i = 0; i < 4; i++) {
            System.out.print(delays.take().number());
        }
        System.out.println();
    }
}
