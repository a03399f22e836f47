package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Strings from and to character arrays, code points and other types. */
public final class StringsFromChars {
    public static void main(String[] args) {
        char[] chars = {'a', '\u00e9', '\u20ac', '\ud83d', '\ude00', 'z'};
        Out.println(new String(chars));
        Out.println(new String(chars, 1, 2));
        Out.println(String.valueOf(chars, 3, 2));
        Out.println(String.copyValueOf(chars).length());
        int[] points = {'x', 0x1F600, 0x20AC, 'y'};
        String s = new String(points, 0, 4);
        Out.println(s);
        Out.println(s.length());
        Out.println(s.codePointCount(0, s.length()));
        Out.println(s.codePointAt(1));
        Out.println(s.codePointAt(2));
        Out.println(s.codePointBefore(3));
        Out.println(s.offsetByCodePoints(0, 2));
        chars[0] = 'A';
        char[] copy = s.toCharArray();
        copy[0] = 'X';
        Out.println(s.charAt(0));
        s.getChars(1, 4, chars, 0);
        Out.println(new String(chars));
        Out.println(String.valueOf(true) + String.valueOf('c') + String.valueOf(-7) + String.valueOf(1L << 40)
            + String.valueOf(0.1f) + String.valueOf(0.1) + String.valueOf((Object) null));
        int sum = 0;
        for (char c : "sum of chars".toCharArray()) {
            sum += c;
        }
        Out.println(sum);
        Out.println(new String(new char[0]).isEmpty());
        Out.println(new String("copy").equals("copy"));
    }
}
