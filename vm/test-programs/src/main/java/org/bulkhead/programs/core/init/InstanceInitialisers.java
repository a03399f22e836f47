package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** Instance initialisers and field values run after the superclass's constructor and before the rest. */
public final class InstanceInitialisers {
    private static int tick;

    private static class Base {
        final int a = mark("base field");

        {
            mark("base block");
        }

        Base() {
            mark("base constructor");
            show();
        }

        void show() {
            Out.println("base show");
        }
    }

    private static final class Derived extends Base {
        private int b = mark("derived field");
        private final int constant = 77;
        private final long[] list;

        {
            mark("derived block");
            list = new long[] {b, constant, 1L << 40};
        }

        Derived(int argument) {
            super();
            mark("derived constructor");
            b += argument;
        }

        @Override
        void show() {
            Out.print("derived show ");
            Out.print(b);
            Out.print(' ');
            Out.print(constant);
            Out.print(' ');
            Out.println(list == null);
        }
    }

    public static void main(String[] args) {
        Derived d = new Derived(mark("argument"));
        d.show();
        Out.println(d.a * 100 + d.b);
        Out.println(d.list[2] + d.list[0]);
    }

    private static int mark(String name) {
        Out.println(name);
        return ++tick;
    }
}
