package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Equal literals are one object in the whole program; computed strings become it by {@code intern}. */
public final class InternedStrings {
    private static final class Elsewhere {
        static final String LITERAL = "shared literal";
        static String notFinal = "shared literal";
    }

    public static void main(String[] args) {
        String literal = "shared literal";
        String computed = new StringBuilder("shared ").append("literal").toString();
        Out.println(literal == Elsewhere.LITERAL);
        Out.println(literal == Elsewhere.notFinal);
        Out.println(literal == computed);
        Out.println(literal == computed.intern());
        Out.println(literal == new String(literal));
        Out.println(literal.intern() == literal);
        String fresh = new StringBuilder("fresh").append(args.length).toString();
        String first = fresh.intern();
        String second = new StringBuilder("fre").append("sh").append(args.length).toString().intern();
        Out.println(first == second);
        Out.println("fresh0".intern() == second);
        String half = "shared ";
        Out.println(literal == half + "literal");
        Out.println(literal == (half + "literal").intern());
        Out.println("" == "".intern());
        Out.println("\u20ac" == new String(new char[] {'\u20ac'}).intern());
        int same = 0;
        for (int i = 0; i < 200; i++) {
            String s = ("n" + i % 50).intern();
            if (s == ("n" + i % 50).intern()) {
                same++;
            }
        }
        Out.println(same);
    }
}
