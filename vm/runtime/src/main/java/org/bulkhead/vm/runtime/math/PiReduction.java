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

/** Reduces an angle to [-&pi;/4, &pi;/4] and a quadrant. */
final class PiReduction {
    private static final double INV_PIO2 = 6.36619772367581382433e-01;
    private static final double PIO2_1 = 1.57079632673412561417e+00;
    private static final double PIO2_1T = 6.07710050650619224932e-11;
    private static final double PIO2_2 = 6.07710050630396597660e-11;
    private static final double PIO2_2T = 2.02226624879595063154e-21;
    private static final double PIO2_3 = 2.02226624871116645580e-21;
    private static final double PIO2_3T = 8.47842766036889956997e-32;
    private static final double TWO_24 = 0x1p24;
    private static final double TWO_M24 = 0x1p-24;
    private static final int CHUNK = 24;
    private static final int CHUNK_MASK = 0xFF_FFFF;
    /** Chunks of 2/&pi; beyond the first that a product starts with. */
    private static final int PRECISION = 4;
    private static final int MAX_CHUNKS = 20;

    /** The binary digits of 2/&pi; behind the point, in chunks of 24 bits. */
    private static final int[] TWO_OVER_PI = {
        0xA2F983, 0x6E4E44, 0x1529FC, 0x2757D1, 0xF534DD, 0xC0DB62, 0x95993C, 0x439041, 0xFE5163, 0xABDEBB, 0xC561B7,
        0x246E3A, 0x424DD2, 0xE00649, 0x2EEA09, 0xD1921C, 0xFE1DEB, 0x1CB129, 0xA73EE8, 0x8235F5, 0x2EBB44, 0x84E99C,
        0x7026B4, 0x5F7E41, 0x3991D6, 0x398353, 0x39F49C, 0x845F8B, 0xBDF928, 0x3B1FF8, 0x97FFDE, 0x05980F, 0xEF2F11,
        0x8B5A0A, 0x6D1F6D, 0x367ECF, 0x27CB09, 0xB74F46, 0x3F669E, 0x5FEA2D, 0x7527BA, 0xC7EBE5, 0xF17B3D, 0x0739F7,
        0x8A5292, 0xEA6BFB, 0x5FB11F, 0x8D5D08, 0x560330, 0x46FC7B, 0x6BABF0, 0xCFBC20, 0x9AF436, 0x1DA9E3, 0x91615E,
        0xE61B08, 0x659985, 0x5F14A0, 0x68408D, 0xFFD880, 0x4D7327, 0x310606, 0x1556CA, 0x73A8C9, 0x60E27B, 0xC08C6B,
    };
    /** &pi;/2 as a sum of numbers of 24 bits each. */
    private static final double[] PIO2 = {
        1.57079625129699707031e+00, 7.54978941586159635335e-08, 5.39030252995776476554e-15, 3.28200341580791294123e-22, 1.27065575308067607349e-29,
        1.22933308981111328932e-36, 2.73370053816464559624e-44, 2.16741683877804819444e-51,
    };

    /** The reduced angle is the sum of these two. */
    double angle;
    double rest;

    PiReduction() {}

    /** Sets {@link #angle} and {@link #rest} for a finite x; returns the quadrant, of which the two lowest bits count. */
    int reduce(double x) {
        int hx = Bits.high(x);
        int ix = hx & Bits.MAGNITUDE;
        int quadrant;
        if (ix <= 0x3FE9_21FB) {
            angle = x;
            rest = 0;
            return 0;
        }
        if (ix < 0x4002_D97C) {
            double sign = hx > 0 ? 1 : -1;
            double z = x - sign * PIO2_1;
            double tail = PIO2_1T;
            if (ix == 0x3FF9_21FB) {
                z -= sign * PIO2_2;
                tail = PIO2_2T;
            }
            angle = z - sign * tail;
            rest = (z - angle) - sign * tail;
            return hx > 0 ? 1 : -1;
        }
        if (ix <= 0x4139_21FB) {
            quadrant = medium(Math.abs(x), ix);
        } else {
            quadrant = large(Math.abs(x));
        }
        if (hx < 0) {
            angle = -angle;
            rest = -rest;
            return -quadrant;
        }
        return quadrant;
    }

    private int medium(double t, int ix) {
        int n = (int) (t * INV_PIO2 + 0.5);
        double fn = n;
        double r = t - fn * PIO2_1;
        double w = fn * PIO2_1T;
        angle = r - w;
        int exponent = ix >> 20;
        if (exponent - (Bits.high(angle) >> 20 & 0x7FF) > 16) {
            double before = r;
            w = fn * PIO2_2;
            r = before - w;
            w = fn * PIO2_2T - ((before - r) - w);
            angle = r - w;
            if (exponent - (Bits.high(angle) >> 20 & 0x7FF) > 49) {
                before = r;
                w = fn * PIO2_3;
                r = before - w;
                w = fn * PIO2_3T - ((before - r) - w);
                angle = r - w;
            }
        }
        rest = (r - angle) - w;
        return n;
    }

    /** Multiplies by as many digits of 2/&pi; as the result depends on (Payne and Hanek). */
    private int large(double t) {
        int ix = Bits.high(t);
        int e0 = (ix >> 20) - 1046;
        double z = Bits.withHigh(t, ix - (e0 << 20));
        double[] x = new double[3];
        for (int i = 0; i < 2; i++) {
            x[i] = (int) z;
            z = (z - x[i]) * TWO_24;
        }
        x[2] = z;
        int count = 3;
        while (x[count - 1] == 0) {
            count--;
        }
        return multiply(x, e0, count - 1);
    }

    private static double dot(double[] x, double[] f, int jx, int i) {
        double sum = 0;
        for (int j = 0; j <= jx; j++) {
            sum += x[j] * f[jx + i - j];
        }
        return sum;
    }

    /** Splits q[0..jz] into chunks; returns what is left above them. */
    private static double distill(double[] q, int[] chunks, int jz) {
        double z = q[jz];
        for (int i = 0, j = jz; j > 0; i++, j--) {
            double above = (int) (TWO_M24 * z);
            chunks[i] = (int) (z - TWO_24 * above);
            z = q[j - 1] + above;
        }
        return z;
    }

    /** Replaces the chunks by those of the complement; returns whether any was not 0. */
    private static boolean complement(int[] chunks, int jz) {
        boolean carry = false;
        for (int i = 0; i < jz; i++) {
            int chunk = chunks[i];
            if (carry) {
                chunks[i] = CHUNK_MASK - chunk;
            } else if (chunk != 0) {
                carry = true;
                chunks[i] = CHUNK_MASK + 1 - chunk;
            }
        }
        return carry;
    }

    private static boolean areZero(int[] chunks, int from, int to) {
        for (int i = from; i < to; i++) {
            if (chunks[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private int multiply(double[] x, int e0, int jx) {
        int jv = Math.max(0, (e0 - 3) / CHUNK);
        int q0 = e0 - CHUNK * (jv + 1);
        double[] f = new double[MAX_CHUNKS];
        double[] q = new double[MAX_CHUNKS];
        int[] chunks = new int[MAX_CHUNKS];
        for (int i = 0; i <= jx + PRECISION; i++) {
            int j = jv - jx + i;
            f[i] = j < 0 ? 0 : TWO_OVER_PI[j];
        }
        for (int i = 0; i <= PRECISION; i++) {
            q[i] = dot(x, f, jx, i);
        }
        int jz = PRECISION;
        int n;
        int half;
        double z;
        while (true) {
            z = Math.scalb(distill(q, chunks, jz), q0);
            z -= 8 * Math.floor(z * 0.125);
            n = (int) z;
            z -= n;
            half = 0;
            if (q0 > 0) {
                int above = chunks[jz - 1] >> CHUNK - q0;
                n += above;
                chunks[jz - 1] -= above << CHUNK - q0;
                half = chunks[jz - 1] >> CHUNK - 1 - q0;
            } else if (q0 == 0) {
                half = chunks[jz - 1] >> CHUNK - 1;
            } else if (z >= 0.5) {
                half = 2;
            }
            if (half > 0) {
                n++;
                boolean carry = complement(chunks, jz);
                if (q0 == 1) {
                    chunks[jz - 1] &= CHUNK_MASK >> 1;
                } else if (q0 == 2) {
                    chunks[jz - 1] &= CHUNK_MASK >> 2;
                }
                if (half == 2) {
                    z = 1 - z;
                    if (carry) {
                        z -= Math.scalb(1.0, q0);
                    }
                }
            }
            if (z != 0 || !areZero(chunks, PRECISION, jz)) {
                break;
            }
            int k = 1;
            while (chunks[PRECISION - k] == 0) {
                k++;
            }
            for (int i = jz + 1; i <= jz + k; i++) {
                f[jx + i] = TWO_OVER_PI[jv + i];
                q[i] = dot(x, f, jx, i);
            }
            jz += k;
        }
        if (z == 0) {
            jz--;
            q0 -= CHUNK;
            while (chunks[jz] == 0) {
                jz--;
                q0 -= CHUNK;
            }
        } else {
            z = Math.scalb(z, -q0);
            if (z >= TWO_24) {
                double above = (int) (TWO_M24 * z);
                chunks[jz] = (int) (z - TWO_24 * above);
                jz++;
                q0 += CHUNK;
                chunks[jz] = (int) above;
            } else {
                chunks[jz] = (int) z;
            }
        }
        sum(chunks, jz, q0, half == 0 ? 1 : -1);
        return n;
    }

    /** Multiplies the chunks by &pi;/2 and adds up. */
    private void sum(int[] chunks, int jz, int q0, int sign) {
        double[] q = new double[MAX_CHUNKS];
        double unit = Math.scalb(1.0, q0);
        for (int i = jz; i >= 0; i--) {
            q[i] = unit * chunks[i];
            unit *= TWO_M24;
        }
        double[] parts = new double[MAX_CHUNKS];
        for (int i = jz; i >= 0; i--) {
            double part = 0;
            for (int k = 0; k <= PRECISION && k <= jz - i; k++) {
                part += PIO2[k] * q[i + k];
            }
            parts[jz - i] = part;
        }
        double whole = 0;
        for (int i = jz; i >= 0; i--) {
            whole += parts[i];
        }
        double left = parts[0] - whole;
        for (int i = 1; i <= jz; i++) {
            left += parts[i];
        }
        angle = sign * whole;
        rest = sign * left;
    }
}
