package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Old objects that are made to point at new ones again and again. */
@AllocatesMuch
public final class OldToYoung {
    private static final class Holder {
        Object content;
        Holder next;
        int changes;
    }

    private static Holder first = new Holder();
    private static Object latest;

    public static void main(String[] args) {
        Holder[] old = new Holder[200];
        Holder previous = first;
        for (int i = 0; i < old.length; i++) {
            old[i] = new Holder();
            previous.next = old[i];
            previous = old[i];
        }
        int seed = 3;
        for (int i = 0; i < 400_000; i++) {
            seed = seed * 1664525 + 1013904223;
            Holder h = old[(seed >>> 10) % old.length];
            h.content = new int[] {i, seed};
            h.changes++;
            latest = h.content;
            if (i % 50_000 == 0) {
                Holder young = new Holder();
                young.next = h.next;
                young.content = latest;
                h.next = young;
            }
        }
        long sum = 0;
        int count = 0;
        for (Holder h = first; h != null; h = h.next) {
            count++;
            if (h.content instanceof int[] pair) {
                sum = sum * 31 + pair[0] + pair[1] + h.changes;
            }
        }
        Out.println(count);
        Out.println(sum);
        Out.println(((int[]) latest)[0]);
    }
}
