package org.bulkhead.programs.gc;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** What is only softly reachable survives an ordinary collection, and is gone before an OutOfMemoryError is thrown. */
@AllocatesMuch
public final class SoftCache {
    private static final int MEBIBYTE = 1 << 20;

    private SoftCache() {
    }

    public static void main(String[] args) {
        List<SoftReference<byte[]>> cache = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            cache.add(new SoftReference<>(new byte[MEBIBYTE]));
        }
        System.gc();
        int alive = 0;
        for (SoftReference<byte[]> each : cache) {
            alive += each.get() != null ? 1 : 0;
        }
        Out.println("alive " + alive);
        List<byte[]> all = new ArrayList<>();
        try {
            while (true) {
                all.add(new byte[MEBIBYTE]);
            }
        } catch (OutOfMemoryError e) {
            all.clear();
        }
        for (SoftReference<byte[]> each : cache) {
            Out.println("referent " + each.get());
        }
    }
}
