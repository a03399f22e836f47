package org.bulkhead.boot;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;

/** An isolate of several threads: monitors, pools, sleep, a stack that overflows in one of them, and in the end a deadlock. */
@Program(name = "threads-probe", start = StartMode.BOOT)
@Restarts(RestartPolicy.TEMPORARY)
@Limits(heap = "4M", cpu = "50%")
public final class ThreadsProbe implements Isolate {
    private static final int THREADS = 20;
    private static final long SLEEP_MILLIS = 50;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private int count;
    private int depth;

    /** Makes the program. */
    public ThreadsProbe(Grants grants) {}

    @Override
    public void run() {
        try {
            contend();
            pool();
            overflow();
            long before = Nucleus.now();
            Thread.sleep(SLEEP_MILLIS);
            Log.line("threads: slept " + (Nucleus.now() - before >= SLEEP_MILLIS * NANOS_PER_MILLI));
            synchronized (this) {
                Log.line("threads: waiting for nobody");
                wait();
            }
        } catch (Exception e) {
            Log.line("threads: " + e);
        }
    }

    private synchronized void add() {
        int before = count;
        Thread.yield();
        count = before + 1;
    }

    private void contend() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                for (int k = 0; k < THREADS; k++) {
                    add();
                }
                done.countDown();
            }).start();
        }
        done.await();
        Log.line("threads: counted " + count);
    }

    private void pool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<Integer> result = pool.submit(() -> 6 * 7);
        Log.line("threads: pool says " + result.get());
        pool.shutdown();
    }

    private int descend(int n) {
        depth = n;
        return descend(n + 1) + 1;
    }

    private void overflow() throws InterruptedException {
        Thread deep = new Thread(() -> {
            try {
                descend(0);
            } catch (StackOverflowError e) {
                Log.line("threads: overflow " + (depth > THREADS));
            }
        });
        deep.start();
        deep.join();
    }
}
