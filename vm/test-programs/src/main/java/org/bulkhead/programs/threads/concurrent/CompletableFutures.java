package org.bulkhead.programs.threads.concurrent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chains, combinations, exceptions, timeouts and cancellation of CompletableFuture. */
public final class CompletableFutures {
    public static void main(String[] args) throws Exception {
        CompletableFuture<Integer> chain = CompletableFuture.supplyAsync(() -> 20).thenApply(i -> i + 1).thenApplyAsync(i -> i * 2);
        System.out.println(chain.get());
        System.out.println(chain.thenCombine(CompletableFuture.supplyAsync(() -> "x"), (i, s) -> s + i).join());
        System.out.println(chain.thenCompose(i -> CompletableFuture.supplyAsync(() -> i + 100)).join());
        CompletableFuture<Integer> failing = CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException("stage fails");
        });
        System.out.println(failing.exceptionally(e -> -1).join());
        System.out.println(failing.handle((value, e) -> e.getCause().getMessage()).join());
        try {
            failing.join();
        } catch (CompletionException e) {
            System.out.println(e.getCause());
        }
        List<CompletableFuture<Integer>> many = IntStream.range(0, 20).mapToObj(i -> CompletableFuture.supplyAsync(() -> i * i)).collect(Collectors.toList());
        CompletableFuture.allOf(many.toArray(new CompletableFuture[0])).join();
        System.out.println(many.stream().mapToInt(CompletableFuture::join).sum());
        CompletableFuture<String> never = new CompletableFuture<>();
        System.out.println(CompletableFuture.anyOf(never, CompletableFuture.completedFuture("first")).join());
        try {
            never.orTimeout(5, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            System.out.println(e.getCause().getClass().getName());
        }
        System.out.println(new CompletableFuture<String>().completeOnTimeout("late", 5, TimeUnit.MILLISECONDS).join());
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        cancelled.whenComplete((value, e) -> System.out.println(value + " " + e.getClass().getSimpleName()));
        System.out.println(cancelled.cancel(true) + " " + cancelled.isCompletedExceptionally());
        ExecutorService pool = Executors.newFixedThreadPool(2, runnable -> new Thread(runnable, "mine"));
        System.out.println(CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), pool).thenApplyAsync(s -> s + " " + Thread.currentThread().getName(), pool).get());
        pool.shutdown();
        CompletableFuture<String> delayed = CompletableFuture.supplyAsync(() -> "delayed", CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
        System.out.println(delayed.get(10, TimeUnit.SECONDS));
    }
}
