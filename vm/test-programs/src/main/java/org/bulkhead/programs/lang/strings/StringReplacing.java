package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Replacing characters and parts of strings without regular expressions. */
public final class StringReplacing {
    public static void main(String[] args) {
        Out.println("banana".replace('a', 'o'));
        Out.println("banana".replace('x', 'o') == "banana");
        Out.println("banana".replace("an", "<>"));
        Out.println("aaaa".replace("aa", "a"));
        Out.println("abc".replace("", "-"));
        Out.println("".replace("", "-"));
        Out.println("banana".replace("nan", ""));
        Out.println("euro".replace('e', '\u20ac'));
        Out.println("\u20acuro".replace('\u20ac', 'e'));
        Out.println("\u20acuro".replace('\u20ac', 'e').equals("euro"));
        Out.println("a.b.c".replace(".", "::"));
        Out.println("x".replace("x", "xx").replace("xx", "xxx"));
        Out.println("tic tac".replace(new StringBuilder("t"), "T"));
        String grown = "1";
        for (int i = 0; i < 8; i++) {
            grown = grown.replace("1", "10").replace("00", "01");
        }
        Out.println(grown);
        Out.println("ab".repeat(5));
        Out.println("\u20ac-".repeat(3));
        Out.println("x".repeat(0).isEmpty());
        Out.println("abc".concat("def").concat(""));
    }
}
