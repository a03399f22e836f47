package org.bulkhead.programs.gc;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.programs.Out;

/** Weak references lose exactly the referents that nothing else keeps, and come to their queue. */
public final class WeakReferencesCleared {
    private static final int COUNT = 40;

    private static final class Named extends WeakReference<Object> {
        final int number;

        Named(Object referent, ReferenceQueue<Object> queue, int number) {
            super(referent, queue);
            this.number = number;
        }
    }

    private WeakReferencesCleared() {
    }

    public static void main(String[] args) throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        List<Object> kept = new ArrayList<>();
        List<Named> references = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Object referent = new int[i];
            if (i % 3 == 0) {
                kept.add(referent);
            }
            references.add(new Named(referent, i % 5 == 4 ? null : queue, i));
        }
        System.gc();
        for (Named each : references) {
            boolean alive = each.number % 3 == 0;
            Out.println(each.number + " " + (each.get() != null) + " " + each.refersTo(null));
            if (alive != (each.get() != null)) {
                throw new AssertionError("reference " + each.number);
            }
        }
        int expected = 0;
        for (int i = 0; i < COUNT; i++) {
            expected += i % 3 != 0 && i % 5 != 4 ? 1 : 0;
        }
        boolean[] seen = new boolean[COUNT];
        for (int i = 0; i < expected; i++) {
            Reference<?> each = next(queue);
            seen[((Named) each).number] = true;
        }
        for (int i = 0; i < COUNT; i++) {
            Out.println(i + (seen[i] ? " came" : " did not come"));
        }
        Out.println(queue.poll() == null ? "no more" : "one more");
        Out.println(kept.size() + " kept");
    }

    /** HotSpot's thread may need a moment to enqueue. */
    private static Reference<?> next(ReferenceQueue<Object> queue) {
        Reference<?> each = queue.poll();
        while (each == null) {
            Thread.yield();
            each = queue.poll();
        }
        return each;
    }
}
