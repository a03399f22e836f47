package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Constructors that call one another, initialisers, and the order in which fields get their values. */
public final class Constructors {
    private static class Base {
        final int a;
        int b = 5;

        {
            b *= 2;
        }

        Base() {
            this(7);
            b++;
        }

        Base(int a) {
            this.a = a;
            b += a;
            hook();
        }

        void hook() {
            Out.println("base hook");
        }
    }

    private static final class Derived extends Base {
        int c = 100;
        final int d = 200;
        final String text;

        Derived() {
            c++;
            text = "made without argument";
        }

        Derived(int x) {
            super(x);
            c += x;
            text = "made with argument";
        }

        Derived(int x, int y) {
            this(x + y);
            c *= 2;
        }

        {
            c += 1000;
        }

        @Override
        void hook() {
            Out.print("derived hook sees c=");
            Out.print(c);
            Out.print(" d=");
            Out.print(d);
            Out.print(" text=");
            Out.println(text);
            c = -1;
        }
    }

    public static void main(String[] args) {
        Base base = new Base();
        Out.println(base.a * 1000 + base.b);
        Derived[] all = {new Derived(), new Derived(3), new Derived(4, 5)};
        for (Derived d : all) {
            Out.print(d.a);
            Out.print(' ');
            Out.print(d.b);
            Out.print(' ');
            Out.print(d.c);
            Out.print(' ');
            Out.println(d.text);
        }
    }
}
