package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Objects are locked while collections happen, and are still locked, and then still not. */
@AllocatesMuch
public final class LocksUnderChurn {
    public static void main(String[] args) {
        Object[] locks = new Object[200];
        for (int i = 0; i < locks.length; i++) {
            locks[i] = i % 2 == 0 ? new Object() : new int[i];
            if (i % 5 == 0) {
                locks[i].hashCode();
            }
        }
        Out.println(nested(locks, 0));
        int free = 0;
        for (Object l : locks) {
            try {
                l.notifyAll();
            } catch (IllegalMonitorStateException e) {
                free++;
            }
        }
        Out.println(free);
        long sum = 0;
        for (int i = 0; i < 50_000; i++) {
            Object fresh = new int[] {i};
            synchronized (fresh) {
                synchronized (locks[i % locks.length]) {
                    sum += ((int[]) fresh)[0] + new byte[100].length;
                }
            }
        }
        Out.println(sum);
    }

    private static int nested(Object[] locks, int from) {
        if (from == locks.length) {
            for (int i = 0; i < 100_000; i++) {
                locks[0] = i % 50_000 == 0 ? locks[0] : new byte[200].length == 200 ? locks[0] : null;
            }
            int held = 0;
            for (Object l : locks) {
                l.notify();
                held++;
            }
            return held;
        }
        synchronized (locks[from]) {
            return nested(locks, from + 1);
        }
    }
}
