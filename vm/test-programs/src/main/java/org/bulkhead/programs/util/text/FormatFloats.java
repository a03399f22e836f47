package org.bulkhead.programs.util.text;

import org.bulkhead.programs.Out;

/** {@code String.format} of floating point: fixed, scientific, general. */
public final class FormatFloats {
    public static void main(String[] args) {
        double[] values = {0, -0.0, 1, 0.5, 1.5, 2.5, -3.14159, 123456.789, 1e10, 1e-5, 0.00012345, 99.995, 1e22, Double.NaN, Double.POSITIVE_INFINITY, -1.0 / 3};
        for (double v : values) {
            Out.println(String.format("%f|%.0f|%.2f|%10.3f|%-10.1f|%010.2f|%+.3f|%,.2f|%(.2f", v, v, v, v, v, v, v, v, v));
            Out.println(String.format("%e|%.3e|%15.2E|%g|%.3g", v, v, v, v, v));
        }
        Out.println(String.format("%.3f %s %.1f", 1.0005f, 0.1f, 0.25f));
        Out.println(String.format("%.20f", 0.1) + String.format(" %a", 1.5));
    }
}
