package org.bulkhead.programs.gc;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.programs.Out;

/** Phantom references come to their queue when their referents are gone; direct buffers that are gone make room for others. */
public final class PhantomsAndDirectBuffers {
    private static final int MEBIBYTE = 1 << 20;

    private PhantomsAndDirectBuffers() {
    }

    public static void main(String[] args) {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Object kept = new Object();
        List<PhantomReference<Object>> phantoms = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            phantoms.add(new PhantomReference<>(i == 7 ? kept : new Object(), queue));
        }
        Out.println("get " + phantoms.get(7).get() + ", refers " + phantoms.get(7).refersTo(kept));
        System.gc();
        int came = 0;
        while (came < 9) {
            Reference<?> each = queue.poll();
            if (each == null) {
                Thread.yield();
            } else {
                came++;
                if (each == phantoms.get(7)) {
                    throw new AssertionError("its referent lives");
                }
            }
        }
        Out.println("came " + came + ", refers " + phantoms.get(7).refersTo(kept) + ", none " + phantoms.get(0).refersTo(null));
        long sum = 0;
        for (int i = 0; i < 400; i++) {
            // More than all memory, if none of it came back.
            ByteBuffer buffer = ByteBuffer.allocateDirect(MEBIBYTE);
            buffer.putInt(i % 1000, i);
            sum += buffer.getInt(i % 1000);
        }
        Out.println("sum " + sum);
        Reference.reachabilityFence(kept);
    }
}
