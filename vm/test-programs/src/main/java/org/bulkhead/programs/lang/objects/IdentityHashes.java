package org.bulkhead.programs.lang.objects;

import org.bulkhead.programs.Out;

/** Identity hash codes: stable, independent of {@code hashCode}, spread out. */
public final class IdentityHashes {
    private static final class Same {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    public static void main(String[] args) {
        Object[] objects = new Object[2000];
        int[] hashes = new int[objects.length];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = i % 2 == 0 ? new Object() : i % 3 == 0 ? new int[i] : new Same();
            hashes[i] = System.identityHashCode(objects[i]);
        }
        int changed = 0;
        boolean[] seen = new boolean[1 << 12];
        int buckets = 0;
        for (int i = 0; i < objects.length; i++) {
            if (hashes[i] != System.identityHashCode(objects[i])) {
                changed++;
            }
            int bucket = (hashes[i] ^ hashes[i] >>> 12 ^ hashes[i] >>> 24) & seen.length - 1;
            if (!seen[bucket]) {
                seen[bucket] = true;
                buckets++;
            }
        }
        Out.println(changed);
        Out.println(buckets > 500);
        Out.println(System.identityHashCode(null));
        Out.println(new Same().hashCode());
        Object o = new Object();
        Out.println(o.hashCode() == System.identityHashCode(o));
        String text = o.toString();
        Out.println(text.equals("java.lang.Object@" + Integer.toHexString(o.hashCode())));
        Same s = new Same();
        Out.println(s.toString().endsWith("Same@1"));
    }
}
