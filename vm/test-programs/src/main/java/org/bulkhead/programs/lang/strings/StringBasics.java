package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Length, characters, equality and order of strings. */
public final class StringBasics {
    public static void main(String[] args) {
        String[] words = {"", "a", "A", "abc", "abd", "ab", "ABC", "b", "\u00e9t\u00e9", "\u20ac", "z\ud83d\ude00", "abc" + args.length};
        for (String a : words) {
            Out.print(a.length());
            Out.print(' ');
            Out.print(a.isEmpty());
            Out.print(' ');
            for (String b : words) {
                Out.print(sign(a.compareTo(b)));
                Out.print(a.equals(b) ? '=' : '.');
                Out.print(a.equalsIgnoreCase(b) ? '~' : '.');
                Out.print(sign(a.compareToIgnoreCase(b)));
                Out.print(' ');
            }
            Out.println();
        }
        Out.println("abc".compareTo("abcde"));
        Out.println("abc".compareTo("axe"));
        Out.println("x".equals(null));
        Out.println("x".equals((Object) 'x'));
        Out.println("hello".charAt(4));
        Out.println("\u20ac5".charAt(0));
        Out.println("abc".contentEquals(new StringBuilder("abc")));
        Out.println("same" == "sa" + "me");
    }

    private static int sign(int x) {
        return x < 0 ? -1 : x > 0 ? 1 : 0;
    }
}
