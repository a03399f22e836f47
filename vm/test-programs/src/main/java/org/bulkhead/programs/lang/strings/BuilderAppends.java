package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** {@code StringBuilder.append} for every type. */
public final class BuilderAppends {
    public static void main(String[] args) {
        StringBuilder b = new StringBuilder();
        b.append(true).append(false).append('c').append('\u20ac');
        b.append((byte) -3).append((short) 300).append(0).append(-1).append(Integer.MIN_VALUE).append(Integer.MAX_VALUE);
        b.append(Long.MIN_VALUE).append(Long.MAX_VALUE).append(1.5f).append(1e10).append(Double.NaN).append(-0.0f);
        b.append("string").append((String) null).append((Object) null).append(new char[] {'x', 'y', 'z'});
        b.append(new char[] {'1', '2', '3', '4'}, 1, 2).append("substring", 3, 6).append(new StringBuilder("inner"));
        b.append((CharSequence) "sequence").append(new StringBuffer("buffer")).appendCodePoint(0x1F600).appendCodePoint('!');
        Out.println(b.toString());
        Out.println(b.length());
        StringBuilder numbers = new StringBuilder();
        for (long n = 1; n > 0 && n < Long.MAX_VALUE / 10; n *= 10) {
            numbers.append(n).append(' ').append(-n).append(' ').append(n - 1).append(' ').append((int) n).append(' ');
        }
        Out.println(numbers.toString());
        StringBuilder empty = new StringBuilder(0);
        for (int i = 0; i < 100; i++) {
            empty.append(i % 10);
        }
        Out.println(empty.toString());
        Out.println(new StringBuilder("start").append(1).compareTo(new StringBuilder("start2")));
    }
}
