package org.bulkhead.programs.lang.strings;

import java.util.Locale;
import org.bulkhead.programs.Out;

/** Upper and lower case, with letters that change length and the final sigma. */
public final class StringCase {
    public static void main(String[] args) {
        String[] words = {
            "", "already", "MiXed 123", "stra\u00dfe", "\u00c4\u00d6\u00dc", "\u0130stanbul", "\u03a3\u0391\u03a3",
            "\ufb01x", "\u00b5", "\u00ff", "\ud801\udc00", "\u01c5", "caf\u00c9"};
        for (String w : words) {
            String upper = w.toUpperCase(Locale.ROOT);
            String lower = w.toLowerCase(Locale.ROOT);
            Out.print(upper);
            Out.print(' ');
            Out.print(lower);
            Out.print(' ');
            Out.print(upper.length());
            Out.print(' ');
            Out.print(lower == w);
            Out.print(' ');
            Out.println(upper.equalsIgnoreCase(lower));
        }
        Out.println("STRASSE".equalsIgnoreCase("stra\u00dfe"));
        Out.println("K".equalsIgnoreCase("\u212a"));
    }
}
