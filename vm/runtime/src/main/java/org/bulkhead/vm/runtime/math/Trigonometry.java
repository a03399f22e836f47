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

/** Sine, cosine, tangent and their inverses. */
public final class Trigonometry {
    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;
    private static final double C1 = 4.16666666666666019037e-02;
    private static final double C2 = -1.38888888888741095749e-03;
    private static final double C3 = 2.48015872894767294178e-05;
    private static final double C4 = -2.75573143513906633035e-07;
    private static final double C5 = 2.08757232129817482790e-09;
    private static final double C6 = -1.13596475577881948265e-11;
    private static final double[] T = {
        3.33333333333334091986e-01, 1.33333333333201242699e-01, 5.39682539762260521377e-02, 2.18694882948595424599e-02, 8.86323982359930005737e-03,
        3.59207910759131235356e-03, 1.45620945432529025516e-03, 5.88041240820264096874e-04, 2.46463134818469906812e-04, 7.81794442939557092300e-05,
        7.14072491382608190305e-05, -1.85586374855275456654e-05, 2.59073051863633712884e-05,
    };
    private static final double PI = 3.14159265358979311600e+00;
    private static final double PI_LO = 1.2246467991473531772E-16;
    private static final double PIO2_HI = 1.57079632679489655800e+00;
    private static final double PIO2_LO = 6.12323399573676603587e-17;
    private static final double PIO4_HI = 7.85398163397448278999e-01;
    private static final double PIO4_LO = 3.06161699786838301793e-17;
    private static final double[] ATAN_HI = {4.63647609000806093515e-01, 7.85398163397448278999e-01, 9.82793723247329054082e-01, 1.57079632679489655800e+00};
    private static final double[] ATAN_LO = {2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17};
    private static final double[] AT = {
        3.33333333333329318027e-01, -1.99999999998764832476e-01, 1.42857142725034663711e-01, -1.11111104054623557880e-01, 9.09088713343650656196e-02,
        -7.69187620504482999495e-02, 6.66107313738753120669e-02, -5.83357013379057348645e-02, 4.97687799461593236017e-02, -3.65315727442169155270e-02,
        1.62858201153657823623e-02,
    };

    private Trigonometry() {}

    /** Returns the sine of an angle in radians. */
    public static double sin(double x) {
        if ((Bits.high(x) & Bits.MAGNITUDE) >= Bits.INFINITY) {
            return x - x;
        }
        PiReduction reduction = new PiReduction();
        int quadrant = reduction.reduce(x);
        return circular(quadrant, reduction);
    }

    /** Returns the cosine of an angle in radians. */
    public static double cos(double x) {
        if ((Bits.high(x) & Bits.MAGNITUDE) >= Bits.INFINITY) {
            return x - x;
        }
        PiReduction reduction = new PiReduction();
        int quadrant = reduction.reduce(x);
        return circular(quadrant + 1, reduction);
    }

    private static double circular(int quadrant, PiReduction reduction) {
        switch (quadrant & 3) {
            case 0:
                return sine(reduction.angle, reduction.rest);
            case 1:
                return cosine(reduction.angle, reduction.rest);
            case 2:
                return -sine(reduction.angle, reduction.rest);
            default:
                return -cosine(reduction.angle, reduction.rest);
        }
    }

    /** Returns the tangent of an angle in radians. */
    public static double tan(double x) {
        if ((Bits.high(x) & Bits.MAGNITUDE) >= Bits.INFINITY) {
            return x - x;
        }
        PiReduction reduction = new PiReduction();
        int quadrant = reduction.reduce(x);
        return tangent(reduction.angle, reduction.rest, 1 - ((quadrant & 1) << 1));
    }

    private static double sine(double x, double y) {
        if ((Bits.high(x) & Bits.MAGNITUDE) < 0x3E40_0000) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
        return y == 0 ? x + v * (S1 + z * r) : x - ((z * (0.5 * y - v * r) - y) - v * S1);
    }

    private static double cosine(double x, double y) {
        int ix = Bits.high(x) & Bits.MAGNITUDE;
        if (ix < 0x3E40_0000) {
            return 1;
        }
        double z = x * x;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        if (ix < 0x3FD3_3333) {
            return 1 - (0.5 * z - (z * r - x * y));
        }
        double qx = ix > 0x3FE9_0000 ? 0.28125 : Bits.withHigh(0, ix - 0x0020_0000);
        double hz = 0.5 * z - qx;
        double a = 1 - qx;
        return a - (hz - (z * r - x * y));
    }

    private static double reciprocal(double w, double x, double tail) {
        double z = Bits.withoutLow(w);
        double v = tail - (z - x);
        double a = -1 / w;
        double t = Bits.withoutLow(a);
        double s = 1 + t * z;
        return t + a * (s + t * v);
    }

    private static double tangent(double angle, double rest, int sign) {
        double x = angle;
        double y = rest;
        int hx = Bits.high(x);
        int ix = hx & Bits.MAGNITUDE;
        if (ix < 0x3E30_0000) {
            return sign == 1 ? x : x == 0 ? 1 / Math.abs(x) : reciprocal(x + y, x, y);
        }
        boolean near = ix >= 0x3FE5_9428;
        if (near) {
            if (hx < 0) {
                x = -x;
                y = -y;
            }
            x = (PIO4_HI - x) + (PIO4_LO - y);
            y = 0;
        }
        double z = x * x;
        double w = z * z;
        double r = T[1] + w * (T[3] + w * (T[5] + w * (T[7] + w * (T[9] + w * T[11]))));
        double v = z * (T[2] + w * (T[4] + w * (T[6] + w * (T[8] + w * (T[10] + w * T[12])))));
        double s = z * x;
        r = y + z * (s * (r + v) + y);
        r += T[0] * s;
        w = x + r;
        if (near) {
            return (1 - (hx >> 30 & 2)) * (sign - 2 * (x - (w * w / (w + sign) - r)));
        }
        return sign == 1 ? w : reciprocal(w, x, r);
    }

    private static double rational(double t) {
        double p = t * (1.66666666666666657415e-01 + t * (-3.25565818622400915405e-01 + t * (2.01212532134862925881e-01
            + t * (-4.00555345006794114027e-02 + t * (7.91534994289814532176e-04 + t * 3.47933107596021167570e-05)))));
        double q = 1 + t * (-2.40339491173441421878e+00 + t * (2.02094576023350569471e+00 + t * (-6.88283971605453293030e-01 + t * 7.70381505559019352791e-02)));
        return p / q;
    }

    /** Returns the arc sine, in radians; NaN outside [-1, 1]. */
    public static double asin(double x) {
        int hx = Bits.high(x);
        int ix = hx & Bits.MAGNITUDE;
        if (ix >= 0x3FF0_0000) {
            return Math.abs(x) == 1 ? x * PIO2_HI + x * PIO2_LO : Double.NaN;
        }
        if (ix < 0x3FE0_0000) {
            return ix < 0x3E40_0000 ? x : x + x * rational(x * x);
        }
        double t = (1 - Math.abs(x)) * 0.5;
        double ratio = rational(t);
        double s = Math.sqrt(t);
        double result;
        if (ix >= 0x3FEF_3333) {
            result = PIO2_HI - (2 * (s + s * ratio) - PIO2_LO);
        } else {
            double w = Bits.withoutLow(s);
            double c = (t - w * w) / (s + w);
            double p = 2 * s * ratio - (PIO2_LO - 2 * c);
            double q = PIO4_HI - 2 * w;
            result = PIO4_HI - (p - q);
        }
        return hx > 0 ? result : -result;
    }

    /** Returns the arc cosine, in radians; NaN outside [-1, 1]. */
    public static double acos(double x) {
        int hx = Bits.high(x);
        int ix = hx & Bits.MAGNITUDE;
        if (ix >= 0x3FF0_0000) {
            return x == 1 ? 0 : x == -1 ? PI + 2 * PIO2_LO : Double.NaN;
        }
        if (ix < 0x3FE0_0000) {
            return ix <= 0x3C60_0000 ? PIO2_HI + PIO2_LO : PIO2_HI - (x - (PIO2_LO - x * rational(x * x)));
        }
        if (hx < 0) {
            double z = (1 + x) * 0.5;
            double s = Math.sqrt(z);
            return PI - 2 * (s + (rational(z) * s - PIO2_LO));
        }
        double z = (1 - x) * 0.5;
        double s = Math.sqrt(z);
        double df = Bits.withoutLow(s);
        double c = (z - df * df) / (s + df);
        return 2 * (df + (rational(z) * s + c));
    }

    /** Returns the arc tangent, in radians. */
    public static double atan(double value) {
        double x = value;
        int hx = Bits.high(x);
        int ix = hx & Bits.MAGNITUDE;
        int id = -1;
        if (ix >= 0x4410_0000) {
            if (Double.isNaN(x)) {
                return x + x;
            }
            return hx > 0 ? ATAN_HI[3] + ATAN_LO[3] : -ATAN_HI[3] - ATAN_LO[3];
        }
        if (ix < 0x3FDC_0000) {
            if (ix < 0x3E20_0000) {
                return x;
            }
        } else {
            x = Math.abs(x);
            if (ix < 0x3FE6_0000) {
                id = 0;
                x = (2 * x - 1) / (2 + x);
            } else if (ix < 0x3FF3_0000) {
                id = 1;
                x = (x - 1) / (x + 1);
            } else if (ix < 0x4003_8000) {
                id = 2;
                x = (x - 1.5) / (1 + 1.5 * x);
            } else {
                id = 3;
                x = -1 / x;
            }
        }
        double z = x * x;
        double w = z * z;
        double s1 = z * (AT[0] + w * (AT[2] + w * (AT[4] + w * (AT[6] + w * (AT[8] + w * AT[10])))));
        double s2 = w * (AT[1] + w * (AT[3] + w * (AT[5] + w * (AT[7] + w * AT[9]))));
        if (id < 0) {
            return x - x * (s1 + s2);
        }
        z = ATAN_HI[id] - ((x * (s1 + s2) - ATAN_LO[id]) - x);
        return hx < 0 ? -z : z;
    }

    /** Returns the angle of the point (x, y), in radians from -&pi; to &pi;. */
    public static double atan2(double y, double x) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return x + y;
        }
        if (x == 1) {
            return atan(y);
        }
        boolean left = Bits.high(x) < 0;
        boolean down = Bits.high(y) < 0;
        double z;
        if (y == 0) {
            return left ? (down ? -PI : PI) : y;
        }
        if (x == 0) {
            return down ? -PIO2_HI : PIO2_HI;
        }
        if (Double.isInfinite(x)) {
            z = Double.isInfinite(y) ? (left ? 3 * PIO4_HI : PIO4_HI) : left ? PI : 0;
            return down ? -z : z;
        }
        if (Double.isInfinite(y)) {
            return down ? -PIO2_HI : PIO2_HI;
        }
        int k = (Bits.high(y) & Bits.MAGNITUDE) - (Bits.high(x) & Bits.MAGNITUDE) >> 20;
        if (k > 60) {
            z = PIO2_HI + 0.5 * PI_LO;
        } else if (left && k < -60) {
            z = 0;
        } else {
            z = atan(Math.abs(y / x));
        }
        if (left) {
            return down ? (z - PI_LO) - PI : PI - (z - PI_LO);
        }
        return down ? -z : z;
    }
}
