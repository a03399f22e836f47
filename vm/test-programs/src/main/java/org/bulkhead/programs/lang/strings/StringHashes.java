package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** The hash code of strings is fixed by the language's library, also beyond Latin-1. */
public final class StringHashes {
    public static void main(String[] args) {
        String[] words = {
            "", "a", "Aa", "BB", "hello world", "\u00e9", "\u20ac", "\ud83d\ude00", "polygenelubricants",
            "\0", "\0\0", "The quick brown fox jumps over the lazy dog"};
        for (String w : words) {
            int byHand = 0;
            for (int i = 0; i < w.length(); i++) {
                byHand = byHand * 31 + w.charAt(i);
            }
            Out.print(w.hashCode());
            Out.print(' ');
            Out.println(w.hashCode() == byHand);
        }
        Out.println(Integer.valueOf(-5).hashCode());
        Out.println(Long.valueOf(1L << 40 | 7).hashCode());
        Out.println(Double.valueOf(1.5).hashCode());
        Out.println(Double.valueOf(-0.0).hashCode());
        Out.println(Float.valueOf(2.5f).hashCode());
        Out.println(Boolean.TRUE.hashCode() + Boolean.FALSE.hashCode());
        Out.println(Character.valueOf('x').hashCode());
        Out.println(Byte.valueOf((byte) -1).hashCode());
        Out.println(Short.valueOf((short) 500).hashCode());
    }
}
