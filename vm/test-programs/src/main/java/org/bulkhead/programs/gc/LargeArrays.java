package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Arrays of megabytes come and go beside small objects; their contents stay right. */
@AllocatesMuch
public final class LargeArrays {
    public static void main(String[] args) {
        long sum = 0;
        byte[] kept = null;
        for (int i = 1; i <= 40; i++) {
            byte[] bytes = new byte[3_000_000 + i * 1000];
            bytes[bytes.length - 1] = (byte) i;
            bytes[i] = 1;
            long[] longs = new long[200_000];
            longs[199_999] = i;
            if (i % 10 == 3) {
                kept = bytes;
            }
            sum += bytes[bytes.length - 1] + bytes[i] + bytes[i + 1] + longs[199_999] + longs[5] + kept(kept);
            for (int j = 0; j < 1000; j++) {
                sum += new int[j % 10].length;
            }
        }
        Out.println(sum);
        Object[] references = new Object[500_000];
        for (int i = 0; i < references.length; i += 100) {
            references[i] = new int[] {i};
        }
        for (int i = 0; i < 12; i++) {
            references[i * 7 + 1] = new byte[1_000_000];
        }
        int found = 0;
        for (Object o : references) {
            found += o instanceof int[] a ? a[0] % 3 : o == null ? 0 : 10;
        }
        Out.println(found);
    }

    private static int kept(byte[] bytes) {
        return bytes == null ? 0 : bytes.length % 1000 + bytes[bytes.length - 1];
    }
}
