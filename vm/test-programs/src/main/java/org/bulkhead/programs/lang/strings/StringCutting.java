package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Substrings, trimming, stripping and blank strings. */
public final class StringCutting {
    public static void main(String[] args) {
        String s = "programme";
        Out.println(s.substring(3));
        Out.println(s.substring(3, 7));
        Out.println(s.substring(9));
        Out.println(s.substring(0, 9) == s);
        Out.println(s.subSequence(1, 4).toString());
        String[] padded = {"  x ", "\t\n y\r", "", "   ", "\u2003wide\u2003", "\u0001low\u0001", "none"};
        for (String p : padded) {
            Out.print('[');
            Out.print(p.trim());
            Out.print("][");
            Out.print(p.strip());
            Out.print("][");
            Out.print(p.stripLeading());
            Out.print("][");
            Out.print(p.stripTrailing());
            Out.print("] ");
            Out.print(p.isBlank());
            Out.print(' ');
            Out.println(p.strip().length());
        }
        String wide = "a\u20acb\u20acc";
        Out.println(wide.substring(2, 3));
        Out.println(wide.substring(2, 3).equals("b"));
        Out.println(wide.substring(1, 2).hashCode());
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            pieces.append(s.substring(i)).append(s.substring(0, i));
        }
        Out.println(pieces.toString());
    }
}
