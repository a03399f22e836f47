package org.bulkhead.programs.lang.records;

import org.bulkhead.programs.Out;

/** Compact and further constructors, static members, nested and generic records, overridden methods. */
public final class RecordConstructors {
    private record Range(int from, int to) implements Comparable<Range> {
        static int made;
        static final Range EMPTY = new Range(0, 0);

        Range {
            if (from > to) {
                throw new IllegalArgumentException("from " + from + " > to " + to);
            }
            made++;
        }

        Range(int to) {
            this(0, to);
        }

        int length() {
            return to - from;
        }

        static Range around(int middle) {
            return new Range(middle - 1, middle + 1);
        }

        @Override
        public int compareTo(Range other) {
            return Integer.compare(length(), other.length());
        }
    }

    private record Fraction(int numerator, int denominator) {
        Fraction {
            int g = gcd(numerator, denominator);
            numerator /= g;
            denominator /= g;
        }

        private static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        @Override
        public String toString() {
            return numerator + "/" + denominator;
        }

        @Override
        public int numerator() {
            return numerator * 1000;
        }
    }

    private record Pair<A, B extends Comparable<B>>(A first, B second) {
        <C> Pair<C, B> withFirst(C c) {
            return new Pair<>(c, second);
        }
    }

    public static void main(String[] args) {
        Out.println(new Range(3).length() + Range.around(5).from());
        try {
            Out.println("" + new Range(5, 4));
        } catch (IllegalArgumentException e) {
            Out.println(e.getMessage());
        }
        Out.println(Range.made);
        Out.println(Range.EMPTY + " " + Range.EMPTY.compareTo(new Range(9)));
        Fraction f = new Fraction(6, 8);
        Out.println(f + " " + f.numerator() + " " + f.equals(new Fraction(9, 12)) + " " + f.hashCode());
        Pair<String, Integer> p = new Pair<>("a", 1);
        Out.println(p.withFirst(2.5) + " " + p.withFirst(p).first().second());
        record Local(String... parts) {
            int count() {
                return parts.length;
            }
        }
        Out.println(new Local("x", "y", "z").count());
    }
}
