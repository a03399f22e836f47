package org.bulkhead.boot;

import java.lang.ref.Cleaner;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;

/** An isolate whose heap is full now and then: it goes on each time but the last. Meanwhile its threads switch between collections, and wait for what these clear. */
@Program(name = "heap-probe", start = StartMode.BOOT)
@Restarts(RestartPolicy.TEMPORARY)
@Limits(heap = "3M", cpu = "50%")
public final class HeapProbe implements Isolate {
    private static final int PIECE = 32 << 10;
    private static final int THREADS = 4;
    private static final int LIST = 40;
    private static final int ROUNDS = 8;

    private List<byte[]> pieces = new ArrayList<>();

    /** Makes the program. */
    public HeapProbe(Grants grants) {}

    @Override
    public void run() {
        try {
            fillAndGoOn();
            anotherThreadFails();
            sizes();
            collectBetweenSwitches();
            awaitReferences();
        } catch (InterruptedException e) {
            Log.line("heap: " + e);
        }
        fill();
    }

    private void fill() {
        while (true) {
            pieces.add(new byte[PIECE]);
        }
    }

    private void fillAndGoOn() {
        for (int round = 1; round <= 2; round++) {
            try {
                fill();
            } catch (OutOfMemoryError e) {
                int count = pieces.size();
                pieces = new ArrayList<>();
                Log.line("heap: full " + round + " with " + (count > LIST) + ", " + e.getMessage());
            }
        }
    }

    private void anotherThreadFails() throws InterruptedException {
        Thread hungry = new Thread(this::fill);
        hungry.setUncaughtExceptionHandler((thread, error) -> {
            pieces = new ArrayList<>();
            Log.line("heap: another thread died of " + error.getClass().getName());
        });
        hungry.start();
        int sum = 0;
        while (hungry.isAlive()) {
            sum = new int[] {sum, sum + 1}[1] & 1;
            Thread.yield();
        }
        Log.line("heap: this one goes on " + (new byte[LIST * PIECE].length == LIST * PIECE && sum < 2));
    }

    private static String refused(Supplier<Object> array) {
        try {
            return "made " + array.get();
        } catch (OutOfMemoryError | NegativeArraySizeException e) {
            return e.getMessage();
        }
    }

    private static void sizes() {
        Log.line("heap: " + refused(() -> new long[Integer.MAX_VALUE]) + "; " + refused(() -> new long[Integer.MAX_VALUE - 2]) + "; " + refused(() -> new byte[PIECE][PIECE]) + "; "
            + refused(() -> new int[-LIST]));
    }

    /** Each thread makes lists and finds them again; all collect, at every few objects. */
    private static void collectBetweenSwitches() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            new Thread(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    List<Integer> list = new LinkedList<>();
                    for (int k = 0; k < LIST; k++) {
                        list.add(1000 * number + 100_000 * round + k);
                        if (k % 7 == number) {
                            System.gc();
                            Thread.yield();
                        }
                    }
                    for (int k = 0; k < LIST; k++) {
                        if (list.get(k) != 1000 * number + 100_000 * round + k) {
                            throw new IllegalStateException("element " + k + " of thread " + number + " is " + list.get(k));
                        }
                    }
                }
                done.countDown();
            }).start();
        }
        done.await();
        Log.line("heap: all lists are whole");
    }

    private static void awaitReferences() throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> weak = new WeakReference<>(new Object(), queue);
        CountDownLatch came = new CountDownLatch(2);
        Cleaner.create().register(new Object(), came::countDown);
        new Thread(() -> {
            try {
                if (queue.remove() == weak) {
                    came.countDown();
                }
            } catch (InterruptedException e) {
                Log.line("heap: " + e);
            }
        }).start();
        long garbage = 0;
        while (came.getCount() > 0) {
            // So that collections come by themselves: System.gc() would enqueue what it has cleared.
            garbage += new byte[PIECE].length;
            Thread.yield();
        }
        Log.line("heap: the collector woke those who waited " + (garbage > PIECE));
    }
}
