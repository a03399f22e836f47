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

/** Logarithms, hyperbolic functions, and what is near them. */
public final class Exponentials {
    private static final double LN2_HI = 6.93147180369123816490e-01;
    private static final double LN2_LO = 1.90821492927058770002e-10;
    private static final double INV_LN2 = 1.44269504088896338700e+00;
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
    private static final double Q1 = -3.33333333333331316428e-02;
    private static final double Q2 = 1.58730158725481460165e-03;
    private static final double Q3 = -7.93650757867487942473e-05;
    private static final double Q4 = 4.00821782732936239552e-06;
    private static final double Q5 = -2.01099218183624371326e-07;
    private static final double EXP_OVERFLOW = 7.09782712893383973096e+02;
    private static final double HYPERBOLIC_OVERFLOW = 710.4758600739439;
    private static final double HALF_MAX = Double.MAX_VALUE / 2;
    private static final int BIAS = 1023;
    private static final int FRACTION_HIGH = 0xF_FFFF;

    private Exponentials() {}

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

    /** Returns e<sup>x</sup> - 1. */
    public static double expm1(double value) {
        double x = value;
        int hx = Bits.high(x);
        boolean negative = hx < 0;
        hx &= Bits.MAGNITUDE;
        if (hx >= 0x4043_687A) {
            if (hx >= 0x4086_2E42) {
                if (hx >= Bits.INFINITY) {
                    return Double.isNaN(x) ? x + x : negative ? -1 : x;
                }
                if (x > EXP_OVERFLOW) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            if (negative) {
                return -1;
            }
        }
        int k = 0;
        double c = 0;
        if (hx > 0x3FD6_2E42) {
            double hi;
            double lo;
            if (hx < 0x3FF0_A2B2) {
                hi = negative ? x + LN2_HI : x - LN2_HI;
                lo = negative ? -LN2_LO : LN2_LO;
                k = negative ? -1 : 1;
            } else {
                k = (int) (INV_LN2 * x + (negative ? -0.5 : 0.5));
                hi = x - k * LN2_HI;
                lo = k * LN2_LO;
            }
            x = hi - lo;
            c = (hi - x) - lo;
        } else if (hx < 0x3C90_0000) {
            return x;
        }
        double hfx = 0.5 * x;
        double hxs = x * hfx;
        double r1 = 1 + hxs * (Q1 + hxs * (Q2 + hxs * (Q3 + hxs * (Q4 + hxs * Q5))));
        double t = 3 - r1 * hfx;
        double e = hxs * ((r1 - t) / (6 - x * t));
        if (k == 0) {
            return x - (x * e - hxs);
        }
        e = x * (e - c) - c;
        e -= hxs;
        if (k == -1) {
            return 0.5 * (x - e) - 0.5;
        }
        if (k == 1) {
            return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
        }
        if (k <= -2 || k > 56) {
            return scale(1 - (e - x), k) - 1;
        }
        if (k < 20) {
            return scale(Bits.withHigh(0, 0x3FF0_0000 - (0x20_0000 >> k)) - (e - x), k);
        }
        return scale(x - (e + Bits.withHigh(0, BIAS - k << 20)) + 1, k);
    }

    private static double scale(double y, int k) {
        return Bits.withHigh(y, Bits.high(y) + (k << 20));
    }

    /** Returns the hyperbolic sine. */
    public static double sinh(double x) {
        int ix = Bits.high(x) & Bits.MAGNITUDE;
        double a = Math.abs(x);
        if (ix >= Bits.INFINITY) {
            return x + x;
        }
        double h = x < 0 ? -0.5 : 0.5;
        if (ix < 0x4036_0000) {
            if (ix < 0x3E30_0000) {
                return x;
            }
            double t = expm1(a);
            return ix < 0x3FF0_0000 ? h * (2 * t - t * t / (t + 1)) : h * (t + t / (t + 1));
        }
        if (ix < 0x4086_2E42) {
            return h * StrictMath.exp(a);
        }
        if (a <= HYPERBOLIC_OVERFLOW) {
            double w = StrictMath.exp(0.5 * a);
            return h * w * w;
        }
        return x * Double.POSITIVE_INFINITY;
    }

    /** Returns the hyperbolic cosine. */
    public static double cosh(double x) {
        int ix = Bits.high(x) & Bits.MAGNITUDE;
        double a = Math.abs(x);
        if (ix < 0x3FD6_2E43) {
            double t = expm1(a);
            double w = 1 + t;
            return ix < 0x3C80_0000 ? w : 1 + t * t / (w + w);
        }
        if (ix < 0x4036_0000) {
            double t = StrictMath.exp(a);
            return 0.5 * t + 0.5 / t;
        }
        if (ix < 0x4086_2E42) {
            return 0.5 * StrictMath.exp(a);
        }
        if (a <= HYPERBOLIC_OVERFLOW) {
            double w = StrictMath.exp(0.5 * a);
            return 0.5 * w * w;
        }
        return a * Double.POSITIVE_INFINITY;
    }

    /** Returns the hyperbolic tangent. */
    public static double tanh(double x) {
        int ix = Bits.high(x) & Bits.MAGNITUDE;
        if (Double.isNaN(x)) {
            return x + x;
        }
        double a = Math.abs(x);
        double z = 1;
        if (ix < 0x4036_0000) {
            if (ix < 0x3C80_0000) {
                return x * (1 + x);
            }
            if (ix >= 0x3FF0_0000) {
                z = 1 - 2 / (expm1(2 * a) + 2);
            } else {
                double t = expm1(-2 * a);
                z = -t / (t + 2);
            }
        }
        return Bits.high(x) < 0 ? -z : z;
    }

    /** Returns x - n&middot;p for the integer n nearest to x/p, the even one of two. Exact. */
    public static double remainder(double dividend, double divisor) {
        if (divisor == 0 || Double.isNaN(divisor) || Double.isNaN(dividend) || Double.isInfinite(dividend)) {
            return Double.NaN;
        }
        double p = Math.abs(divisor);
        double x = p <= HALF_MAX ? dividend % (p + p) : dividend;
        if (Math.abs(x) == p) {
            return 0 * x;
        }
        x = Math.abs(x);
        if (p < 0x1p-1021) {
            if (x + x > p) {
                x -= p;
                if (x + x >= p) {
                    x -= p;
                }
            }
        } else {
            double half = 0.5 * p;
            if (x > half) {
                x -= p;
                if (x >= half) {
                    x -= p;
                }
            }
        }
        return Bits.high(dividend) < 0 ? -x : x;
    }
}
