package org.bulkhead.programs.core.monitors;

import org.bulkhead.programs.Out;

/** Synchronised methods, static and on objects, recursive, overridden and ended by exceptions. */
public class SynchronizedMethods {
    private static int shared;
    private int own;

    private static class Child extends SynchronizedMethods {
        @Override
        synchronized long work(int n, double x) {
            return super.work(n, x * 2) + 1;
        }
    }

    public static void main(String[] args) {
        SynchronizedMethods m = new SynchronizedMethods();
        Child c = new Child();
        Out.println(m.work(20, 0.5));
        Out.println(c.work(20, 0.5));
        for (int i = 0; i < 10; i++) {
            try {
                bump(i);
            } catch (IllegalStateException e) {
                shared += 1000;
            }
            try {
                m.risky(i);
            } catch (ArithmeticException e) {
                m.own += 50;
            }
        }
        Out.println(shared);
        Out.println(m.own);
        Out.println(m.own());
    }

    synchronized long work(int n, double x) {
        own++;
        return n == 0 ? (long) x : work(n - 1, x + 1) + own;
    }

    private static synchronized void bump(int i) {
        shared += i;
        if (i % 3 == 0) {
            throw new IllegalStateException();
        }
        if (i < 20) {
            bump(i + 20);
        }
    }

    private synchronized void risky(int i) {
        own += 10 / (i - 4);
    }

    private synchronized int own() {
        synchronized (this) {
            return own * 2;
        }
    }
}
