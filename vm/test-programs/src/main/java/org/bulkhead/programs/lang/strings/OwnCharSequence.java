package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** A class that is a {@code CharSequence}, used where the library takes one. */
public final class OwnCharSequence {
    private static final class Squares implements CharSequence {
        private final int from;
        private final int to;

        Squares(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int i) {
            int n = from + i;
            return (char) ('0' + n * n % 10);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Squares(from + start, from + end);
        }

        @Override
        public String toString() {
            return new StringBuilder(this).toString();
        }
    }

    public static void main(String[] args) {
        CharSequence s = new Squares(0, 20);
        Out.println(s.toString());
        Out.println(new StringBuilder("<").append(s, 3, 8).append('>').insert(1, s.subSequence(0, 4)).toString());
        Out.println("01496".contentEquals(s.subSequence(0, 5)));
        Out.println(CharSequence.compare(s, "0149"));
        Out.println(String.join("/", s, "middle", s.subSequence(18, 20)));
        Out.println("x5x".replace("5", s.subSequence(1, 3)));
        Out.println(s.isEmpty());
        Out.println("a0149b".contains(s.subSequence(0, 4)));
    }
}
