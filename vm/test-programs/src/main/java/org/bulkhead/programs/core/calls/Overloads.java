package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** The overload is chosen by static types: exact before widening, before varargs. */
public final class Overloads {
    public static void main(String[] args) {
        byte b = 1;
        short s = 2;
        char c = 'c';
        int i = 3;
        long l = 4;
        float f = 5;
        double d = 6;
        Object o = "object";
        String t = "string";
        Out.println(pick(b));
        Out.println(pick(s));
        Out.println(pick(c));
        Out.println(pick(i));
        Out.println(pick(l));
        Out.println(pick(f));
        Out.println(pick(d));
        Out.println(pick(o));
        Out.println(pick(t));
        Out.println(pick((Object) t));
        Out.println(pick(new int[0]));
        Out.println(pick(i, i));
        Out.println(pick());
        Out.println(pick(b, l));
        Out.println(pick(null, t));
        Out.println(new Overloads().pick(t, 1) + new Overloads().pick(o, 'x'));
    }

    private static String pick(int x) {
        return "int";
    }

    private static String pick(long x) {
        return "long";
    }

    private static String pick(double x) {
        return "double";
    }

    private static String pick(Object x) {
        return "object";
    }

    private static String pick(String x) {
        return "string";
    }

    private static String pick(int... x) {
        return "ints";
    }

    private static String pick(long a, long b) {
        return "long, long";
    }

    private static String pick(Object a, Object b) {
        return "object, object";
    }

    private int pick(String a, int b) {
        return 1;
    }

    private int pick(Object a, int b) {
        return 20;
    }
}
