package org.bulkhead.programs.util.collections;

import java.util.BitSet;
import org.bulkhead.programs.Out;

/** {@code BitSet}: ranges, logic, search in both directions, growth. */
public final class BitSets {
    public static void main(String[] args) {
        BitSet a = new BitSet();
        a.set(1);
        a.set(63);
        a.set(64);
        a.set(100, 110);
        a.flip(105);
        a.clear(107, 109);
        Out.println(a + " " + a.cardinality() + " " + a.length() + " " + a.size());
        BitSet b = new BitSet(200);
        for (int i = 0; i < 200; i += 7) {
            b.set(i);
        }
        Out.println(b.nextSetBit(50) + " " + b.nextClearBit(49) + " " + b.previousSetBit(100) + " " + b.previousClearBit(98) + " " + b.nextSetBit(197));
        BitSet and = (BitSet) a.clone();
        and.and(b);
        BitSet or = (BitSet) a.clone();
        or.or(b);
        BitSet xor = (BitSet) a.clone();
        xor.xor(b);
        BitSet not = (BitSet) a.clone();
        not.andNot(b);
        Out.println(and + " " + or.cardinality() + " " + xor.cardinality() + " " + not);
        Out.println(a.intersects(b) + " " + a.get(64) + a.get(5000) + " " + a.hashCode() + " " + a.get(60, 66));
        BitSet sieve = new BitSet();
        sieve.set(2, 1000);
        for (int i = 2; i * i < 1000; i = sieve.nextSetBit(i + 1)) {
            for (int j = i * i; j < 1000; j += i) {
                sieve.clear(j);
            }
        }
        Out.println(sieve.cardinality() + " " + sieve.stream().limit(10).sum());
        Out.println(BitSet.valueOf(new long[] {5, 1}) + " " + a.toLongArray().length + " " + a.toByteArray().length + " " + a.equals(BitSet.valueOf(a.toLongArray())));
        a.clear();
        Out.println(a.isEmpty() + " " + a.length());
        try {
            a.set(-1);
        } catch (IndexOutOfBoundsException e) {
            Out.println(e.getMessage());
        }
    }
}
