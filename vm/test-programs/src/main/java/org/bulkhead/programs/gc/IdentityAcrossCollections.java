package org.bulkhead.programs.gc;

import java.util.IdentityHashMap;
import java.util.Map;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Identity hash codes and identity maps stay right while the objects move. */
@AllocatesMuch
public final class IdentityAcrossCollections {
    public static void main(String[] args) {
        Map<Object, Integer> map = new IdentityHashMap<>();
        Object[] objects = new Object[3000];
        int[] hashes = new int[objects.length];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = i % 3 == 0 ? "same text" + i % 7 : i % 3 == 1 ? new int[i % 5] : new Object();
            hashes[i] = System.identityHashCode(objects[i]);
            map.put(objects[i], i);
        }
        int wrong = 0;
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 30_000; i++) {
                byte[] garbage = new byte[100 + i % 50];
                if (garbage[i % 100] != 0) {
                    wrong++;
                }
            }
            for (int i = 0; i < objects.length; i++) {
                if (System.identityHashCode(objects[i]) != hashes[i] || map.get(objects[i]) != i) {
                    wrong++;
                }
            }
        }
        Out.println(wrong);
        Out.println(map.size());
        Out.println(map.containsKey("same text" + args.length));
        for (int i = 0; i < objects.length; i += 2) {
            map.remove(objects[i]);
        }
        Out.println(map.size());
        int[] array = new int[3];
        int hash = array.hashCode();
        int[] copy = array.clone();
        for (int i = 0; i < 100_000; i++) {
            array[i % 3] += new int[10].length;
        }
        Out.println(hash == array.hashCode());
        Out.println(copy.length + array[0]);
    }
}
