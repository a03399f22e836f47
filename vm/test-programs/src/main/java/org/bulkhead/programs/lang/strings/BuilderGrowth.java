package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Builders that grow large, change from one byte a character to two, and are reused. */
public final class BuilderGrowth {
    public static void main(String[] args) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            b.append((char) ('a' + i % 26));
            if (i == 20_000) {
                b.append('\u4e2d');
            }
        }
        String s = b.toString();
        Out.println(s.length());
        Out.println(s.hashCode());
        Out.println(s.indexOf('\u4e2d'));
        b.deleteCharAt(20_001);
        String back = b.toString();
        Out.println(back.hashCode());
        Out.println(back.equals(s.replace("\u4e2d", "")));
        b.setLength(0);
        b.append("again");
        Out.println(b.toString());
        Out.println(b.toString().equals("again"));
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < 1000; i++) {
            if (i > 0) {
                list.append(", ");
            }
            list.append(i * i);
        }
        list.append(']');
        Out.println(list.length());
        Out.println(list.toString().hashCode());
        StringBuilder sized = new StringBuilder(3);
        sized.ensureCapacity(100);
        sized.append("x").trimToSize();
        Out.println(sized.append("yz").toString());
    }
}
