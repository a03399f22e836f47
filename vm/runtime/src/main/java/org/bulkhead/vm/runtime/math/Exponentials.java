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

/** e<sup>x</sup> - 1 and the hyperbolic functions. */
public final class Exponentials {
    private static final double LN2_HI = 6.93147180369123816490e-01;
    private static final double LN2_LO = 1.90821492927058770002e-10;
    private static final double INV_LN2 = 1.44269504088896338700e+00;
    private static final double Q1 = -3.33333333333331316428e-02;
    private static final double Q2 = 1.58730158725481460165e-03;
    private static final double Q3 = -7.93650757867487942473e-05;
    private static final double Q4 = 4.00821782732936239552e-06;
    private static final double Q5 = -2.01099218183624371326e-07;
    private static final double EXP_OVERFLOW = 7.09782712893383973096e+02;
    private static final double HYPERBOLIC_OVERFLOW = 710.4758600739439;
    private static final int BIAS = 1023;

    private Exponentials() {}

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
}
