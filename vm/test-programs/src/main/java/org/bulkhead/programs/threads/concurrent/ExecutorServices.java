package org.bulkhead.programs.threads.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Pools of all kinds: results, exceptions, cancellation, invokeAll and invokeAny, rejection, orderly and sudden ends. */
public final class ExecutorServices {
    public static void main(String[] args) throws Exception {
        for (ExecutorService pool : new ExecutorService[] {Executors.newFixedThreadPool(3), Executors.newCachedThreadPool(), Executors.newSingleThreadExecutor(), Executors.newWorkStealingPool()}) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                tasks.add(() -> {
                    int sum = 0;
                    for (int k = 0; k < 1000; k++) {
                        sum += k * number;
                    }
                    return sum;
                });
            }
            long total = 0;
            for (Future<Integer> future : pool.invokeAll(tasks)) {
                total += future.get();
            }
            System.out.println(total);
            Callable<String> any = () -> "any";
            System.out.println(pool.<String>invokeAny(List.of(any)));
            Future<String> failing = pool.submit(() -> {
                throw new IllegalStateException("task fails");
            });
            try {
                failing.get();
            } catch (ExecutionException e) {
                System.out.println(e.getCause().getClass());
            }
            CountDownLatch started = new CountDownLatch(1);
            Future<?> sleeper = pool.submit(() -> {
                started.countDown();
                Thread.sleep(1_000_000);
                return null;
            });
            started.await();
            try {
                sleeper.get(2, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                System.out.println("not yet");
            }
            System.out.println(sleeper.cancel(true) + " " + sleeper.isCancelled() + " " + sleeper.isDone());
            try {
                sleeper.get();
            } catch (CancellationException e) {
                System.out.println("cancelled");
            }
            pool.shutdown();
            System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS) + " " + pool.isTerminated());
            try {
                pool.execute(() -> System.out.println("too late"));
            } catch (RejectedExecutionException e) {
                System.out.println("rejected");
            }
        }
        ThreadPoolExecutor small = new ThreadPoolExecutor(1, 2, 1, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy());
        CountDownLatch hold = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            small.execute(() -> {
                try {
                    hold.await();
                } catch (InterruptedException e) {
                    System.out.println(e);
                }
            });
        }
        small.execute(() -> System.out.println("runs in " + Thread.currentThread().getName()));
        hold.countDown();
        small.shutdown();
        System.out.println(small.awaitTermination(10, TimeUnit.SECONDS) + " " + small.getCompletedTaskCount() + " " + small.getLargestPoolSize());
        ExecutorService sudden = Executors.newFixedThreadPool(1);
        CountDownLatch running = new CountDownLatch(1);
        sudden.execute(() -> {
            running.countDown();
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                System.out.println("interrupted by shutdownNow");
            }
        });
        running.await();
        sudden.execute(() -> System.out.println("never"));
        System.out.println(sudden.shutdownNow().size() + " " + sudden.awaitTermination(10, TimeUnit.SECONDS));
        ExecutorCompletionService<Integer> completion = new ExecutorCompletionService<>(Runnable::run);
        completion.submit(() -> 42);
        System.out.println(completion.take().get());
    }
}
