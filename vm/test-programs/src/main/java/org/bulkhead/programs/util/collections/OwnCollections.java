package org.bulkhead.programs.util.collections;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.programs.Out;

/** Collections built on the abstract ones: a range as list, a bit mask as set, a function as map. */
public final class OwnCollections {
    private static final class Range extends AbstractList<Integer> {
        private final int size;

        Range(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int i) {
            if (i < 0 || i >= size) {
                throw new IndexOutOfBoundsException("index " + i);
            }
            return i * i;
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static final class Bits extends AbstractSet<Integer> {
        private long bits;

        @Override
        public boolean add(Integer i) {
            boolean fresh = !contains(i);
            bits |= 1L << i;
            return fresh;
        }

        @Override
        public boolean contains(Object o) {
            return o instanceof Integer i && (bits >>> i & 1) != 0;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private long rest = bits;
                private int last = -1;

                @Override
                public boolean hasNext() {
                    return rest != 0;
                }

                @Override
                public Integer next() {
                    last = Long.numberOfTrailingZeros(rest);
                    rest &= rest - 1;
                    return last;
                }

                @Override
                public void remove() {
                    bits &= ~(1L << last);
                }
            };
        }

        @Override
        public int size() {
            return Long.bitCount(bits);
        }
    }

    private static final class Squares extends AbstractMap<Integer, Integer> {
        @Override
        public Set<Entry<Integer, Integer>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<Integer, Integer>> iterator() {
                    Iterator<Integer> keys = List.of(1, 2, 3, 4).iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return keys.hasNext();
                        }

                        @Override
                        public Entry<Integer, Integer> next() {
                            int k = keys.next();
                            return Map.entry(k, k * k);
                        }
                    };
                }

                @Override
                public int size() {
                    return 4;
                }
            };
        }
    }

    public static void main(String[] args) {
        Range range = new Range(6);
        Out.println(range + " " + range.contains(16) + range.indexOf(25) + range.subList(2, 4) + " " + range.equals(Arrays.asList(0, 1, 4, 9, 16, 25)));
        Bits bits = new Bits();
        bits.addAll(List.of(5, 60, 1, 5));
        Out.println(bits + " " + bits.size() + bits.remove(5) + bits.remove(7) + " " + bits + " " + bits.hashCode() + " " + bits.equals(Set.of(60, 1)));
        bits.retainAll(List.of(60, 61));
        Out.println(bits + " " + bits.containsAll(List.of(60)) + " " + Arrays.toString(bits.toArray()));
        Squares squares = new Squares();
        Collection<Integer> values = squares.values();
        Out.println(squares + " " + squares.get(3) + squares.get(9) + squares.containsValue(16) + values + squares.keySet() + squares.hashCode());
        try {
            squares.put(1, 1);
        } catch (UnsupportedOperationException e) {
            Out.println("cannot put");
        }
        try {
            range.add(3);
        } catch (UnsupportedOperationException e) {
            Out.println("cannot add");
        }
    }
}
