package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Classes with many interfaces and many methods each, so that dispatch tables collide. */
public final class ManyInterfaceMethods {
    private interface A { int a0(); int a1(); int a2(); int a3(); int a4(); int a5(); int a6(); int a7(); }

    private interface B { int b0(); int b1(); int b2(); int b3(); int b4(); int b5(); int b6(); int b7(); }

    private interface C { int a0(int x); int b0(int x); int c0(long x); int c0(double x); int c0(Object x); int c0(String x); }

    private interface D extends A, C { int d0(); }

    private static final class All implements D, B {
        public int a0() { return 1; }
        public int a1() { return 2; }
        public int a2() { return 3; }
        public int a3() { return 4; }
        public int a4() { return 5; }
        public int a5() { return 6; }
        public int a6() { return 7; }
        public int a7() { return 8; }
        public int b0() { return 11; }
        public int b1() { return 12; }
        public int b2() { return 13; }
        public int b3() { return 14; }
        public int b4() { return 15; }
        public int b5() { return 16; }
        public int b6() { return 17; }
        public int b7() { return 18; }
        public int a0(int x) { return 100 + x; }
        public int b0(int x) { return 200 + x; }
        public int c0(long x) { return 300 + (int) x; }
        public int c0(double x) { return 400 + (int) x; }
        public int c0(Object x) { return 500; }
        public int c0(String x) { return 600 + x.length(); }
        public int d0() { return 700; }
    }

    private static final class OnlyB implements B {
        public int b7() { return -18; }
        public int b6() { return -17; }
        public int b5() { return -16; }
        public int b4() { return -15; }
        public int b3() { return -14; }
        public int b2() { return -13; }
        public int b1() { return -12; }
        public int b0() { return -11; }
    }

    public static void main(String[] args) {
        All all = new All();
        A a = all;
        C c = all;
        D d = all;
        Out.println(a.a0() + a.a1() * 2 + a.a2() * 3 + a.a3() * 4 + a.a4() * 5 + a.a5() * 6 + a.a6() * 7 + a.a7() * 8);
        B[] bs = {all, new OnlyB(), all};
        for (B b : bs) {
            Out.println(b.b0() + b.b1() * 2 + b.b2() * 3 + b.b3() * 4 + b.b4() * 5 + b.b5() * 6 + b.b6() * 7 + b.b7() * 8);
        }
        Out.println(c.a0(1) + c.b0(2) + c.c0(3L) + c.c0(4.0) + c.c0((Object) "x") + c.c0("four"));
        Out.println(d.d0() + d.a7() + d.c0('c'));
    }
}
