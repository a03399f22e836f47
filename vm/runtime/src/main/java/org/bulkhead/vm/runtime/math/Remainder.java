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

/** The remainder of IEEE 754: what a division leaves whose quotient is rounded to the nearest integer. */
public final class Remainder {
    private static final double HALF_MAX = Double.MAX_VALUE / 2;
    /** Below this, half of a number may lose its last bit, but twice the number does not overflow. */
    private static final double HALVING_LOSES = 0x1p-1021;

    private Remainder() {}

    /** Returns x - n&middot;p for the integer n nearest to x/p, the even one of two. Exact. */
    public static double ieee(double dividend, double divisor) {
        if (divisor == 0 || Double.isNaN(divisor) || Double.isNaN(dividend) || Double.isInfinite(dividend)) {
            return Double.NaN;
        }
        double p = Math.abs(divisor);
        double x = p <= HALF_MAX ? dividend % (p + p) : dividend;
        if (Math.abs(x) == p) {
            return 0 * x;
        }
        x = Math.abs(x);
        if (p < HALVING_LOSES) {
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
