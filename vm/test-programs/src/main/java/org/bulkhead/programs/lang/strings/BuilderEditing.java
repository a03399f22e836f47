package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Insertion, deletion, replacement and reversal in a builder. */
public final class BuilderEditing {
    public static void main(String[] args) {
        StringBuilder b = new StringBuilder("0123456789");
        Out.println(b.insert(5, "five").toString());
        Out.println(b.insert(0, 3.5).insert(b.length(), 'e').insert(2, true).toString());
        Out.println(b.delete(2, 6).toString());
        Out.println(b.deleteCharAt(0).toString());
        Out.println(b.replace(3, 8, "<longer than before>").toString());
        Out.println(b.reverse().toString());
        b.setCharAt(0, '\u20ac');
        b.setLength(6);
        Out.println(b.toString());
        b.setLength(8);
        Out.println(b.toString());
        Out.println(b.indexOf("7"));
        Out.println(b.lastIndexOf("\0"));
        Out.println(b.charAt(0));
        Out.println(new StringBuilder("a\ud83d\ude00b\ud83d").reverse().toString());
        Out.println(new StringBuilder("\ude00\ud83d").reverse().toString());
        Out.println(new StringBuilder().reverse().length());
        Out.println(b.substring(1) + b.substring(2, 4) + b.subSequence(0, 1));
        char[] out = {'-', '-', '-', '-', '-'};
        new StringBuilder("getChars").getChars(3, 6, out, 1);
        Out.println(new String(out));
        StringBuffer buffer = new StringBuffer("buffer");
        buffer.append(1).insert(0, 'x').reverse().setCharAt(1, 'R');
        Out.println(buffer.toString());
        Out.println(buffer.indexOf("f"));
    }
}
