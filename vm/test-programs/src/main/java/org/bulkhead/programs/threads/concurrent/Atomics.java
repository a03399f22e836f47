package org.bulkhead.programs.threads.concurrent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Atomic numbers, references, arrays, updaters, adders, and variable handles in static fields. */
public final class Atomics {
    private static final VarHandle COUNT;
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final AtomicIntegerFieldUpdater<Atomics> UPDATER = AtomicIntegerFieldUpdater.newUpdater(Atomics.class, "updated");

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Atomics.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int count;
    private volatile int updated;

    public static void main(String[] args) throws Exception {
        Atomics shared = new Atomics();
        int[] elements = new int[4];
        AtomicInteger integer = new AtomicInteger();
        AtomicLong number = new AtomicLong();
        LongAdder adder = new LongAdder();
        LongAccumulator maximum = new LongAccumulator(Math::max, Long.MIN_VALUE);
        DoubleAdder doubles = new DoubleAdder();
        AtomicIntegerArray array = new AtomicIntegerArray(4);
        AtomicReference<List<Integer>> list = new AtomicReference<>(List.of());
        AtomicStampedReference<String> stamped = new AtomicStampedReference<>("s", 0);
        AtomicBoolean first = new AtomicBoolean();
        int[] winners = new int[1];
        Thread[] threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) {
            int me = i;
            threads[i] = new Thread(() -> {
                if (first.compareAndSet(false, true)) {
                    winners[0]++;
                }
                for (int k = 0; k < 100; k++) {
                    COUNT.getAndAdd(shared, 1);
                    ELEMENT.getAndAdd(elements, k % 4, 1);
                    UPDATER.incrementAndGet(shared);
                    integer.incrementAndGet();
                    number.accumulateAndGet(k, Long::sum);
                    adder.increment();
                    maximum.accumulate(me * 100 + k);
                    doubles.add(0.5);
                    array.getAndIncrement(k % 4);
                    if (k % 25 == 0) {
                        list.updateAndGet(old -> {
                            List<Integer> longer = new ArrayList<>(old);
                            longer.add(me);
                            Thread.yield();
                            return longer;
                        });
                        int[] stamp = new int[1];
                        String value;
                        do {
                            value = stamped.get(stamp);
                        } while (!stamped.compareAndSet(value, value, stamp[0], stamp[0] + 1));
                    }
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println((int) COUNT.getVolatile(shared) + " " + elements[0] + " " + shared.updated + " " + integer + " " + number + " " + adder + " " + maximum + " " + doubles);
        System.out.println(array + " " + list.get().size() + " " + stamped.getStamp() + " " + winners[0]);
        System.out.println(COUNT.compareAndSet(shared, 600, 1) + " " + shared.count + " " + ELEMENT.compareAndExchange(elements, 0, 150, 2) + " " + elements[0]);
    }
}
