package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** {@code compare}, {@code equals} and {@code hashCode} of floating point, which differ from the operators. */
public final class FloatingComparison {
    public static void main(String[] args) {
        double[] values = {Double.NEGATIVE_INFINITY, -1, -0.0, 0.0, Double.MIN_VALUE, 1, Double.POSITIVE_INFINITY, Double.NaN};
        for (double a : values) {
            for (double b : values) {
                Out.print(Double.compare(a, b));
                Out.print(Float.compare((float) a, (float) b));
                Out.print(Double.valueOf(a).equals(b) ? 'e' : '.');
                Out.print(a == b ? '=' : '.');
                Out.print(' ');
            }
            Out.println(Double.hashCode(a) + " " + Float.hashCode((float) a) + " " + Double.isNaN(a) + Double.isInfinite(a) + Double.isFinite(a));
        }
        double payload = Double.longBitsToDouble(0x7FF8000000001234L);
        Out.hex(Double.doubleToLongBits(payload));
        Out.println();
        Out.hex(Float.floatToIntBits(Float.intBitsToFloat(0x7FC01234)));
        Out.println();
        Out.hex(Double.doubleToRawLongBits(-1.5));
        Out.println();
        Out.hex(Float.floatToRawIntBits(-1.5f));
        Out.println();
        Out.println(Double.toHexString(1.0) + " " + Double.toHexString(-0.1) + " " + Double.toHexString(Double.MIN_VALUE) + " " + Float.toHexString(3.5f));
        Out.println(Double.max(1, 2) + Double.sum(3, 4) + Double.min(-0.0, 0.0));
    }
}
