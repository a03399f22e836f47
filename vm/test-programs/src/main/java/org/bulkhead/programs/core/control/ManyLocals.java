package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** More than 255 local slots, so that loads, stores and increments need their wide forms. */
public final class ManyLocals {
    public static void main(String[] args) {
        Out.println(many(1, 2L, 0.5f, 0.25));
        Out.println(many(-7, 1L << 40, 100f, -1e10));
    }

    private static long many(int s, long t, float u, double v) {
        long a0 = t, a1 = a0 + 1, a2 = a1 + 1, a3 = a2 + 1, a4 = a3 + 1, a5 = a4 + 1, a6 = a5 + 1, a7 = a6 + 1;
        long b0 = a7, b1 = b0 + 2, b2 = b1 + 2, b3 = b2 + 2, b4 = b3 + 2, b5 = b4 + 2, b6 = b5 + 2, b7 = b6 + 2;
        long c0 = b7, c1 = c0 + 3, c2 = c1 + 3, c3 = c2 + 3, c4 = c3 + 3, c5 = c4 + 3, c6 = c5 + 3, c7 = c6 + 3;
        long d0 = c7, d1 = d0 + 4, d2 = d1 + 4, d3 = d2 + 4, d4 = d3 + 4, d5 = d4 + 4, d6 = d5 + 4, d7 = d6 + 4;
        long e0 = d7, e1 = e0 + 5, e2 = e1 + 5, e3 = e2 + 5, e4 = e3 + 5, e5 = e4 + 5, e6 = e5 + 5, e7 = e6 + 5;
        long f0 = e7, f1 = f0 + 6, f2 = f1 + 6, f3 = f2 + 6, f4 = f3 + 6, f5 = f4 + 6, f6 = f5 + 6, f7 = f6 + 6;
        long g0 = f7, g1 = g0 + 7, g2 = g1 + 7, g3 = g2 + 7, g4 = g3 + 7, g5 = g4 + 7, g6 = g5 + 7, g7 = g6 + 7;
        double h0 = v, h1 = h0 + 1, h2 = h1 + 1, h3 = h2 + 1, h4 = h3 + 1, h5 = h4 + 1, h6 = h5 + 1, h7 = h6 + 1;
        double i0 = h7, i1 = i0 + 2, i2 = i1 + 2, i3 = i2 + 2, i4 = i3 + 2, i5 = i4 + 2, i6 = i5 + 2, i7 = i6 + 2;
        double j0 = i7, j1 = j0 + 3, j2 = j1 + 3, j3 = j2 + 3, j4 = j3 + 3, j5 = j4 + 3, j6 = j5 + 3, j7 = j6 + 3;
        double k0 = j7, k1 = k0 + 4, k2 = k1 + 4, k3 = k2 + 4, k4 = k3 + 4, k5 = k4 + 4, k6 = k5 + 4, k7 = k6 + 4;
        double l0 = k7, l1 = l0 + 5, l2 = l1 + 5, l3 = l2 + 5, l4 = l3 + 5, l5 = l4 + 5, l6 = l5 + 5, l7 = l6 + 5;
        double m0 = l7, m1 = m0 + 6, m2 = m1 + 6, m3 = m2 + 6, m4 = m3 + 6, m5 = m4 + 6, m6 = m5 + 6, m7 = m6 + 6;
        double n0 = m7, n1 = n0 + 7, n2 = n1 + 7, n3 = n2 + 7, n4 = n3 + 7, n5 = n4 + 7, n6 = n5 + 7, n7 = n6 + 7;
        double o0 = n7, o1 = o0 + 8, o2 = o1 + 8, o3 = o2 + 8, o4 = o3 + 8, o5 = o4 + 8, o6 = o5 + 8, o7 = o6 + 8;
        double p0 = o7, p1 = p0 + 9, p2 = p1 + 9, p3 = p2 + 9, p4 = p3 + 9, p5 = p4 + 9, p6 = p5 + 9, p7 = p6 + 9;
        int far = s;
        float farFloat = u;
        String farText = "far";
        int[] farArray = {s, s + 1};
        far++;
        far += 100;
        far += 1000;
        far -= 20000;
        s += 300;
        s--;
        farFloat += far;
        farArray[1] += far;
        for (int round = 0; round < 300; round++) {
            far += round;
            g7 += far;
            p7 -= farFloat;
        }
        Out.println(farText);
        Out.println(farFloat);
        Out.println(farArray[1]);
        Out.println(p7);
        Out.println(a1 + b2 + c3 + d4 + e5 + f6 + g0 + a7 - b5);
        Out.println(h1 + i2 + j3 + k4 + l5 + m6 + n7 + o0 + p1);
        return far + g7 + s;
    }
}
