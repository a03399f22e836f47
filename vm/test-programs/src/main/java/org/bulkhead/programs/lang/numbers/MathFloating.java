package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** Rounding, roots, neighbours and signs of floating point numbers. */
public final class MathFloating {
    public static void main(String[] args) {
        double[] values = {
            0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 4503599627370497.5, 1e300, -1e-300, Double.MIN_VALUE,
            Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2147483647.5, -9.3e18};
        for (double v : values) {
            Out.println(Math.floor(v) + " " + Math.ceil(v) + " " + Math.rint(v) + " " + Math.round(v) + " " + Math.round((float) v) + " "
                + Math.abs(v) + " " + Math.sqrt(v) + " " + Math.signum(v) + " " + Math.ulp(v) + " " + Math.nextUp(v) + " "
                + Math.nextDown(v) + " " + Math.getExponent(v) + " " + Math.max(v, -0.0) + " " + Math.min(v, 0.0) + " "
                + Math.copySign(3, v) + " " + Math.scalb(v, 3));
        }
        Out.println(Math.max(-0.0f, 0.0f) + " " + Math.min(-0.0f, 0.0f) + " " + Math.max(Float.NaN, 1f));
        Out.println(Math.toDegrees(1) + " " + Math.toRadians(180));
        Out.println(Math.nextAfter(1.0, 2) + " " + Math.nextUp(1f) + " " + Math.ulp(1f));
        Out.println(Math.IEEEremainder(5, 3) + " " + Math.IEEEremainder(-7.5, 2));
        Out.println(Math.PI + Math.E);
    }
}
