package org.bulkhead.programs.lang.records;

import org.bulkhead.programs.Out;

/** A record with a component of every type: hash code, text and equality by each type's own rule. */
public final class RecordsOfAllTypes {
    private record All(boolean z, byte b, char c, short s, int i, long l, float f, double d, String t) {
    }

    private record Floats(float f, double d) {
    }

    private record Arrays(int[] cells) {
    }

    public static void main(String[] args) {
        All a = new All(true, (byte) -1, 'c', (short) 300, 70000, 1L << 40, 1.5f, -2.25, "text");
        All b = new All(true, (byte) -1, 'c', (short) 300, 70000, 1L << 40, 1.5f, -2.25, "text");
        Out.println(a.toString());
        Out.println(a.hashCode());
        Out.println(a.equals(b));
        Out.println(a.equals(new All(true, (byte) -1, 'c', (short) 300, 70000, 1L << 41, 1.5f, -2.25, "text")));
        Out.println(a.z() + " " + a.b() + a.c() + a.s() + a.i() + a.l() + a.f() + a.d() + a.t());
        Out.println(new Floats(Float.NaN, Double.NaN).equals(new Floats(Float.NaN, Double.NaN)));
        Out.println(new Floats(0f, 0.0).equals(new Floats(-0f, 0.0)));
        Out.println(new Floats(0f, 0.0).equals(new Floats(0f, -0.0)));
        Out.println(new Floats(-0f, 1e300).toString() + new Floats(-0f, 1e300).hashCode());
        int[] cells = {1};
        Out.println(new Arrays(cells).equals(new Arrays(cells)));
        Out.println(new Arrays(cells).equals(new Arrays(new int[] {1})));
    }
}
