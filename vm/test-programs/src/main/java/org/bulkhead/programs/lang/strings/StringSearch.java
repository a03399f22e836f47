package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Searching for characters and strings from both ends. */
public final class StringSearch {
    public static void main(String[] args) {
        String[] texts = {"", "banana", "a\u00e4b\u00e4", "\u4e2d\u6587\u4e2d", "abc\ud83d\ude00abc", "aaaaaaab"};
        String[] keys = {"", "a", "an", "ana", "\u00e4", "\u4e2d", "aab", "zzz", "\ude00", "bananas"};
        for (String t : texts) {
            for (String k : keys) {
                Out.print(t.indexOf(k));
                Out.print('/');
                Out.print(t.lastIndexOf(k));
                Out.print(t.contains(k) ? 'c' : '.');
                Out.print(t.startsWith(k) ? 's' : '.');
                Out.print(t.endsWith(k) ? 'e' : '.');
                Out.print(' ');
            }
            Out.println();
        }
        String s = "the cat sat on the mat";
        Out.println(s.indexOf('t', 1));
        Out.println(s.indexOf('q'));
        Out.println(s.lastIndexOf('t', 20));
        Out.println(s.indexOf("the", 1));
        Out.println(s.lastIndexOf("the", 14));
        Out.println(s.indexOf("cat", -5));
        Out.println(s.indexOf("cat", 100));
        Out.println(s.indexOf("", 100));
        Out.println("abc\ud83d\ude00".indexOf(0x1F600));
        Out.println(s.startsWith("cat", 4));
        Out.println(s.regionMatches(4, "a cat", 2, 3));
        Out.println(s.regionMatches(true, 0, "THE", 0, 3));
        Out.println(s.regionMatches(0, "THE", 0, 3));
    }
}
