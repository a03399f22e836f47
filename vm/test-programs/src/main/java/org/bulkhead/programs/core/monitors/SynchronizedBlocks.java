package org.bulkhead.programs.core.monitors;

import org.bulkhead.programs.Out;

/** Blocks synchronised on objects, arrays, strings and classes, nested and repeated. */
public final class SynchronizedBlocks {
    public static void main(String[] args) {
        Object a = new Object();
        int[] b = {0};
        SynchronizedBlocks c = new SynchronizedBlocks();
        int sum = 0;
        for (int i = 0; i < 1000; i++) {
            synchronized (a) {
                sum += i;
                synchronized (b) {
                    b[0] += i;
                    synchronized (a) {
                        synchronized (c) {
                            sum ^= b[0];
                        }
                    }
                }
            }
            synchronized ("lock") {
                sum++;
            }
            synchronized (SynchronizedBlocks.class) {
                sum += 2;
            }
        }
        Out.println(sum);
        Out.println(leaving(a));
        int hash = a.hashCode();
        synchronized (a) {
            Out.println(hash == a.hashCode());
        }
        Object fresh = new Object();
        synchronized (fresh) {
            int inside = fresh.hashCode();
            synchronized (fresh) {
                Out.println(inside == fresh.hashCode());
            }
        }
    }

    private static int leaving(Object lock) {
        int n = 0;
        while (true) {
            synchronized (lock) {
                n++;
                if (n < 5) {
                    continue;
                }
                if (n == 7) {
                    break;
                }
                synchronized (lock) {
                    if (n == 6) {
                        n += 10;
                        return n;
                    }
                }
            }
        }
        return n;
    }
}
