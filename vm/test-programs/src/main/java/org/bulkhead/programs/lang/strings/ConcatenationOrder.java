package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Operands of a concatenation are evaluated, and turned to text, from left to right and once each. */
public final class ConcatenationOrder {
    private int n;

    @Override
    public String toString() {
        n++;
        Out.print("toString" + n + " ");
        return "<" + n + ">";
    }

    public static void main(String[] args) {
        ConcatenationOrder o = new ConcatenationOrder();
        Out.println(next("a") + next("b") + o + next("c") + o);
        StringBuilder builder = new StringBuilder("x");
        String mixed = builder + "-" + builder.append("y") + "-" + builder;
        Out.println(mixed);
        int i = 0;
        String counted = i++ + ":" + i++ + ":" + ++i + ":" + i;
        Out.println(counted);
        try {
            Out.println("left " + next("before") + failing() + next("never"));
        } catch (IllegalStateException e) {
            Out.println("failed");
        }
        String many = next("1") + next("2") + next("3") + next("4") + next("5") + next("6") + next("7") + next("8")
            + i + (long) i + (double) i + (float) i + (char) ('0' + i) + (i > 0) + o + null;
        Out.println(many);
        String s = "s";
        s += s + (s = "t") + s;
        Out.println(s);
    }

    private static String next(String name) {
        Out.print(name);
        Out.print(' ');
        return name;
    }

    private static int failing() {
        throw new IllegalStateException();
    }
}
