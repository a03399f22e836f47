package org.bulkhead.programs.threads.stress;

import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.bulkhead.programs.AllocatesMuch;

/** Random transfers between accounts by many threads, with locks of every kind, from one seed: nothing is gained or lost, and every thread does what its seed says. */
@AllocatesMuch
public final class AccountsAndTransfers {
    private static final long SEED = 20_240_521;
    private static final int ACCOUNTS = 20;
    private static final int THREADS = 12;
    private static final int TRANSFERS = 400;

    private final long[] balances = new long[ACCOUNTS];
    private final Object[] monitors = new Object[ACCOUNTS];
    private final ReentrantLock whole = new ReentrantLock();
    private final long[] moved = new long[THREADS];
    private long waits;

    public static void main(String[] args) throws InterruptedException {
        System.out.println("seed " + SEED);
        new AccountsAndTransfers().run();
    }

    private void run() throws InterruptedException {
        for (int i = 0; i < ACCOUNTS; i++) {
            balances[i] = 1000;
            monitors[i] = i % 2 == 0 ? new Object() : new long[i];
        }
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads[i] = new Thread(() -> work(number, new Random(SEED + number)));
            threads[i].start();
        }
        for (int i = 0; i < THREADS; i++) {
            threads[i].join();
        }
        long total = 0;
        for (long balance : balances) {
            total += balance;
        }
        System.out.println(total + " " + waits);
        for (long each : moved) {
            System.out.println(each);
        }
    }

    private void work(int number, Random random) {
        for (int i = 0; i < TRANSFERS; i++) {
            int from = random.nextInt(ACCOUNTS);
            int to = random.nextInt(ACCOUNTS);
            int amount = random.nextInt(100);
            moved[number] += amount;
            switch (random.nextInt(4)) {
                case 0 -> transfer(from, to, amount, 0);
                case 1 -> transfer(from, to, amount, random.nextInt(200));
                case 2 -> {
                    whole.lock();
                    try {
                        transfer(from, to, amount, 0);
                    } finally {
                        whole.unlock();
                    }
                }
                default -> {
                    try {
                        failAfter(from, to, amount);
                    } catch (IllegalStateException e) {
                        moved[number] += e.getMessage().length();
                    }
                }
            }
            switch (random.nextInt(8)) {
                case 0 -> Thread.yield();
                case 1 -> System.identityHashCode(monitors[to]);
                case 2 -> pause(from);
                default -> { }
            }
        }
    }

    private void transfer(int from, int to, int amount, int depth) {
        synchronized (monitors[Math.min(from, to)]) {
            if (depth > 0) {
                transfer(from, to, amount, depth - 1);
                return;
            }
            synchronized (monitors[Math.max(from, to)]) {
                long left = balances[from] - amount;
                Thread.yield();
                balances[from] = left;
                balances[to] += amount;
            }
        }
    }

    private void failAfter(int from, int to, int amount) {
        synchronized (monitors[Math.min(from, to)]) {
            transfer(from, to, amount, 0);
            throw new IllegalStateException("moved");
        }
    }

    private void pause(int account) {
        synchronized (monitors[account]) {
            try {
                monitors[account].notify();
                monitors[account].wait(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        synchronized (this) {
            waits++;
        }
    }
}
