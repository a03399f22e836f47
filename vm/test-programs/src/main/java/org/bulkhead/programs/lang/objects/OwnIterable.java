package org.bulkhead.programs.lang.objects;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.bulkhead.programs.Out;

/** Classes that can be looped over: nested loops, generators and removal that is not supported. */
public final class OwnIterable {
    private record Range(int from, int to, int step) implements Iterable<Integer> {
        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next = from;

                @Override
                public boolean hasNext() {
                    return step > 0 ? next < to : next > to;
                }

                @Override
                public Integer next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("after " + next);
                    }
                    int result = next;
                    next += step;
                    return result;
                }
            };
        }
    }

    private static final class Primes implements Iterable<Long> {
        @Override
        public Iterator<Long> iterator() {
            long[] last = {1};
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public Long next() {
                    search:
                    while (true) {
                        last[0]++;
                        for (long d = 2; d * d <= last[0]; d++) {
                            if (last[0] % d == 0) {
                                continue search;
                            }
                        }
                        return last[0];
                    }
                }
            };
        }
    }

    public static void main(String[] args) {
        int sum = 0;
        for (int i : new Range(0, 10, 3)) {
            for (int j : new Range(5, i, -1)) {
                sum = sum * 3 + i - j;
            }
        }
        Out.println(sum);
        StringBuilder b = new StringBuilder();
        for (long p : new Primes()) {
            if (p > 60) {
                break;
            }
            b.append(p).append(' ');
        }
        Out.println(b.toString());
        new Range(1, 4, 1).forEach(i -> Out.print(i + ";"));
        Iterator<Integer> it = new Range(0, 1, 1).iterator();
        it.next();
        try {
            it.next();
        } catch (NoSuchElementException e) {
            Out.println(e.getMessage());
        }
        try {
            it.remove();
        } catch (UnsupportedOperationException e) {
            Out.println("cannot remove: " + e.getMessage());
        }
        new Range(0, 3, 1).iterator().forEachRemaining(i -> Out.print(i));
        Out.println();
    }
}
