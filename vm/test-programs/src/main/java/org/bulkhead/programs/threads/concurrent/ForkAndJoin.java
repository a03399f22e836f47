package org.bulkhead.programs.threads.concurrent;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;

/** Divide and conquer in pools of several sizes and in the common one. */
public final class ForkAndJoin {
    private static final class Fibonacci extends RecursiveTask<Integer> {
        private final int n;

        Fibonacci(int n) {
            this.n = n;
        }

        @Override
        protected Integer compute() {
            if (n < 2) {
                return n;
            }
            Fibonacci left = new Fibonacci(n - 1);
            left.fork();
            return new Fibonacci(n - 2).compute() + left.join();
        }
    }

    private static final class Sort extends RecursiveAction {
        private final int[] array;
        private final int from;
        private final int to;

        Sort(int[] array, int from, int to) {
            this.array = array;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from < 50) {
                Arrays.sort(array, from, to);
                return;
            }
            int middle = (from + to) / 2;
            invokeAll(new Sort(array, from, middle), new Sort(array, middle, to));
            int[] left = Arrays.copyOfRange(array, from, middle);
            int i = 0;
            int j = middle;
            for (int k = from; i < left.length; k++) {
                array[k] = j == to || left[i] <= array[j] ? left[i++] : array[j++];
            }
        }
    }

    public static void main(String[] args) throws Exception {
        for (int parallelism = 1; parallelism <= 4; parallelism++) {
            ForkJoinPool pool = new ForkJoinPool(parallelism);
            System.out.println(pool.invoke(new Fibonacci(15)) + " " + pool.getParallelism());
            int[] array = new Random(7).ints(2000).toArray();
            int[] sorted = array.clone();
            Arrays.sort(sorted);
            pool.submit(new Sort(array, 0, array.length)).get();
            System.out.println(Arrays.equals(array, sorted));
            ForkJoinTask<Integer> failing = pool.submit(() -> Integer.parseInt("x"));
            try {
                failing.join();
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getName());
            }
            pool.shutdown();
            System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS));
        }
        System.out.println(new Fibonacci(12).invoke() + " " + ForkJoinPool.commonPool().invoke(new Fibonacci(13)));
        System.out.println(ForkJoinPool.commonPool().submit(() -> "common").get());
    }
}
