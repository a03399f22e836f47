package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Fields of every type, instance and static, inherited and hidden, keep their neighbours intact. */
public final class FieldKinds {
    private static class Narrow {
        boolean z;
        byte b;
        char c;
        short s;
        int i;
        boolean y;
        long l;
        float f;
        byte last;
        double d;
        Object o;
    }

    private static final class Wide extends Narrow {
        byte extra;
        long l = -5;
        boolean flag = true;
        Object p = "p";
    }

    private static boolean sz;
    private static byte sb;
    private static char sc;
    private static short ss;
    private static int si;
    private static long sl;
    private static float sf;
    private static double sd;
    private static Object so;

    public static void main(String[] args) {
        Wide w = new Wide();
        show(w);
        w.z = true;
        w.b = -1;
        w.c = '\uFFFF';
        w.s = -2;
        w.i = -3;
        w.y = false;
        ((Narrow) w).l = -4L << 33;
        w.f = -0f;
        w.last = -7;
        w.d = 1e-300;
        w.o = w;
        w.extra = 127;
        show(w);
        w.y = true;
        w.b++;
        w.c++;
        w.s -= 40000;
        w.last += 200;
        show(w);
        Out.println(w.o == w);
        sz = true;
        sb = (byte) 0x1FF;
        sc = (char) -2;
        ss = (short) 0x18001;
        si = sb + sc + ss;
        sl = (long) si << 20;
        sf = sl;
        sd = sf + 0.5;
        so = w.p;
        Out.println(sz);
        Out.println(si);
        Out.println(sl);
        Out.println(sf);
        Out.println(sd);
        Out.println((String) so);
    }

    private static void show(Wide w) {
        Out.print(w.z);
        Out.print(' ');
        Out.print(w.b);
        Out.print(' ');
        Out.print((int) w.c);
        Out.print(' ');
        Out.print(w.s);
        Out.print(' ');
        Out.print(w.i);
        Out.print(' ');
        Out.print(w.y);
        Out.print(' ');
        Out.print(((Narrow) w).l);
        Out.print(' ');
        Out.print(w.f);
        Out.print(' ');
        Out.print(w.last);
        Out.print(' ');
        Out.print(w.d);
        Out.print(' ');
        Out.print(w.extra);
        Out.print(' ');
        Out.print(w.l);
        Out.print(' ');
        Out.println(w.flag);
    }
}
