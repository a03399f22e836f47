/*
 * The algorithms and constants of this file are those of fdlibm:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 */
package org.bulkhead.vm.runtime.math;

/**
 * Logarithms.
 *
 * <p>x is 2<sup>k</sup>(1 + f) with 1 + f between &radic;&frac12; and &radic;2; with s = f / (2 + f), log(1 + f) is log(1 + s) - log(1 - s), an odd series in s.
 * ln 2 is the sum of two constants, the first of which has so many trailing zeros that its product with k is exact.
 */
public final class Logarithms {
    private static final double LN2_HI = 6.93147180369123816490e-01;
    private static final double LN2_LO = 1.90821492927058770002e-10;
    private static final double INV_LN10 = 4.34294481903251816668e-01;
    private static final double LOG10_2_HI = 3.01029995663611771306e-01;
    private static final double LOG10_2_LO = 3.69423907715893078616e-13;
    private static final double TWO_54 = 1.80143985094819840000e+16;
    private static final double L1 = 6.666666666666735130e-01;
    private static final double L2 = 3.999999999940941908e-01;
    private static final double L3 = 2.857142874366239149e-01;
    private static final double L4 = 2.222219843214978396e-01;
    private static final double L5 = 1.818357216161805012e-01;
    private static final double L6 = 1.531383769920937332e-01;
    private static final double L7 = 1.479819860511658591e-01;
    private static final int BIAS = 1023;
    private static final int FRACTION_HIGH = 0xF_FFFF;

    private Logarithms() {}

    /** Returns the natural logarithm; NaN below 0. */
    public static double log(double value) {
        double x = value;
        int hx = Bits.high(x);
        int k = 0;
        if (hx < 0x0010_0000) {
            if (x == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (hx < 0) {
                return Double.NaN;
            }
            k = -54;
            x *= TWO_54;
            hx = Bits.high(x);
        }
        if (hx >= Bits.INFINITY) {
            return x + x;
        }
        k += (hx >> 20) - BIAS;
        hx &= FRACTION_HIGH;
        int i = hx + 0x9_5F64 & 0x10_0000;
        x = Bits.withHigh(x, hx | i ^ 0x3FF0_0000);
        k += i >> 20;
        double f = x - 1;
        double dk = k;
        if ((FRACTION_HIGH & 2 + hx) < 3) {
            if (f == 0) {
                return k == 0 ? 0 : dk * LN2_HI + dk * LN2_LO;
            }
            double r = f * f * (0.5 - 0.33333333333333333 * f);
            return k == 0 ? f - r : dk * LN2_HI - ((r - dk * LN2_LO) - f);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
        if ((hx - 0x6_147A | 0x6_B851 - hx) > 0) {
            double hfsq = 0.5 * f * f;
            return k == 0 ? f - (hfsq - s * (hfsq + r)) : dk * LN2_HI - ((hfsq - (s * (hfsq + r) + dk * LN2_LO)) - f);
        }
        return k == 0 ? f - s * (f - r) : dk * LN2_HI - ((s * (f - r) - dk * LN2_LO) - f);
    }

    /** Returns the logarithm to base 10; NaN below 0. */
    public static double log10(double value) {
        double x = value;
        int hx = Bits.high(x);
        int k = 0;
        if (hx < 0x0010_0000) {
            if (x == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (hx < 0) {
                return Double.NaN;
            }
            k = -54;
            x *= TWO_54;
            hx = Bits.high(x);
        }
        if (hx >= Bits.INFINITY) {
            return x + x;
        }
        k += (hx >> 20) - BIAS;
        int i = k >>> Integer.SIZE - 1;
        double y = k + i;
        x = Bits.withHigh(x, hx & FRACTION_HIGH | BIAS - i << 20);
        return y * LOG10_2_LO + INV_LN10 * log(x) + y * LOG10_2_HI;
    }

    /** Returns the natural logarithm of 1 + x. */
    public static double log1p(double x) {
        int hx = Bits.high(x);
        int ax = hx & Bits.MAGNITUDE;
        int k = 1;
        int hu = 1;
        double f = 0;
        double c = 0;
        if (hx < 0x3FDA_827A) {
            if (ax >= 0x3FF0_0000) {
                return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
            }
            if (ax < 0x3E20_0000) {
                return ax < 0x3C90_0000 ? x : x - x * x * 0.5;
            }
            if (hx > 0 || hx <= (int) 0xBFD2_BEC3L) {
                k = 0;
                f = x;
            }
        }
        if (hx >= Bits.INFINITY) {
            return x + x;
        }
        if (k != 0) {
            double u = x;
            if (hx < 0x4340_0000) {
                u = 1 + x;
                hu = Bits.high(u);
                k = (hu >> 20) - BIAS;
                c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
            } else {
                hu = Bits.high(u);
                k = (hu >> 20) - BIAS;
            }
            hu &= FRACTION_HIGH;
            if (hu < 0x6_A09E) {
                u = Bits.withHigh(u, hu | 0x3FF0_0000);
            } else {
                k++;
                u = Bits.withHigh(u, hu | 0x3FE0_0000);
                hu = 0x10_0000 - hu >> 2;
            }
            f = u - 1;
        }
        double hfsq = 0.5 * f * f;
        double r;
        if (hu == 0) {
            if (f == 0) {
                return k == 0 ? 0 : k * LN2_HI + (c + k * LN2_LO);
            }
            r = hfsq * (1 - 0.66666666666666666 * f);
            return k == 0 ? f - r : k * LN2_HI - ((r - (k * LN2_LO + c)) - f);
        }
        double s = f / (2 + f);
        double z = s * s;
        r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
        return k == 0 ? f - (hfsq - s * (hfsq + r)) : k * LN2_HI - ((hfsq - (s * (hfsq + r) + (k * LN2_LO + c))) - f);
    }
}
