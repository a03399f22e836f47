package org.bulkhead.programs.threads.concurrent;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Tasks at times: once, again and again, with results; and java.util.Timer. */
public final class ScheduledTasks {
    public static void main(String[] args) throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
        StringBuffer order = new StringBuffer();
        pool.schedule(() -> order.append("c"), 90, TimeUnit.MILLISECONDS);
        pool.schedule(() -> order.append("a"), 10, TimeUnit.MILLISECONDS);
        ScheduledFuture<String> middle = pool.schedule(() -> order.append("b").toString(), 50, TimeUnit.MILLISECONDS);
        System.out.println(middle.get());
        CountDownLatch ticks = new CountDownLatch(5);
        ScheduledFuture<?> periodic = pool.scheduleAtFixedRate(ticks::countDown, 1, 2, TimeUnit.MILLISECONDS);
        ticks.await();
        System.out.println(periodic.cancel(false) + " " + periodic.isCancelled());
        CountDownLatch slow = new CountDownLatch(3);
        ScheduledFuture<?> failing = pool.scheduleWithFixedDelay(() -> {
            slow.countDown();
            if (slow.getCount() == 0) {
                throw new IllegalStateException("enough");
            }
        }, 0, 1, TimeUnit.MILLISECONDS);
        try {
            failing.get();
        } catch (ExecutionException e) {
            System.out.println(e.getCause().getMessage());
        }
        pool.shutdown();
        System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS) + " " + order);
        Timer timer = new Timer("timer", true);
        CountDownLatch three = new CountDownLatch(3);
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                three.countDown();
                if (three.getCount() == 0) {
                    cancel();
                }
            }
        }, 1, 1);
        three.await();
        CountDownLatch once = new CountDownLatch(1);
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                once.countDown();
            }
        }, 1);
        once.await();
        timer.cancel();
        System.out.println("timer done");
    }
}
