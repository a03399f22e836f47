package org.bulkhead.programs.gc;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import org.bulkhead.programs.Out;

/** What can be done with a reference while its referent lives: get, refersTo, clear, enqueue, and what the queue says then. */
public final class ReferenceOperations {
    private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();

    private ReferenceOperations() {
    }

    public static void main(String[] args) {
        Object referent = new Object();
        Out.println("weak");
        operations(new WeakReference<>(referent, QUEUE), new WeakReference<>(referent, QUEUE), referent);
        Out.println("soft");
        operations(new SoftReference<>(referent, QUEUE), new SoftReference<>(referent, QUEUE), referent);
        Out.println("phantom");
        operations(new PhantomReference<>(referent, QUEUE), new PhantomReference<>(referent, QUEUE), referent);
        Reference<Object> alone = new WeakReference<>(referent);
        Out.println("no queue " + alone.enqueue() + " " + (alone.get() == null));
        WeakReference<Object> ofNull = new WeakReference<>(null, QUEUE);
        System.gc();
        Out.println("of null " + ofNull.refersTo(null) + " " + ofNull.isEnqueued() + " " + ofNull.enqueue() + " " + (QUEUE.poll() == ofNull));
        try {
            new WeakReference<Object>(referent, QUEUE) {
                Object copy() throws CloneNotSupportedException {
                    return clone();
                }
            }.copy();
        } catch (CloneNotSupportedException e) {
            Out.println("references cannot be cloned");
        }
        chain();
    }

    private static void operations(Reference<Object> first, Reference<Object> second, Object referent) {
        System.gc();
        Out.println("get " + (first.get() == referent) + ", refers " + first.refersTo(referent) + " " + first.refersTo(null) + " " + first.refersTo(first));
        Out.println("polled " + (QUEUE.poll() == null));
        first.clear();
        System.gc();
        Out.println("cleared " + (first.get() == null) + " " + first.refersTo(null) + ", polled " + (QUEUE.poll() == null) + ", in a queue " + first.isEnqueued());
        Out.println("enqueued " + second.enqueue() + " " + second.enqueue() + ", refers " + second.refersTo(null) + ", in a queue " + second.isEnqueued());
        Out.println("polled " + (QUEUE.poll() == second) + " " + (QUEUE.poll() == null) + ", in a queue " + second.isEnqueued());
        Out.println("enqueued once cleared " + first.enqueue() + ", polled " + (QUEUE.poll() == first));
    }

    /** A weak reference to a weak reference: the inner one goes with its own referent, whoever keeps it. */
    private static void chain() {
        WeakReference<Object> inner = new WeakReference<>(new Object());
        WeakReference<WeakReference<Object>> outer = new WeakReference<>(inner);
        for (int i = 0; i < 100 && inner.get() != null; i++) {
            System.gc();
        }
        Out.println("inner " + (inner.get() == null) + ", outer " + (outer.get() == inner));
    }
}
