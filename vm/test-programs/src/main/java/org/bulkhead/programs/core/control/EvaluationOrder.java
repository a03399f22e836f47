package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Operands are evaluated from left to right, whatever the operator. */
public final class EvaluationOrder {
    private static int tick;
    private final int[] cells = {10, 20, 30, 40};

    public static void main(String[] args) {
        Out.println(next() - next() * next());
        Out.println((next() + next()) / next());
        int i = 2;
        i = i++ + i++ * --i + i;
        Out.println(i);
        int[] a = {0, 0, 0, 0};
        int at = 0;
        a[at++] = a[at++] + at++;
        Out.print(a[0]);
        Out.print(' ');
        Out.println(at);
        EvaluationOrder o = new EvaluationOrder();
        o.self("target").cells[o.index("index")] = o.value("value");
        o.self("target").cells[o.index("index")] += o.value("value");
        Out.println(o.cells[1]);
        Out.println(three(o.value("a"), o.value("b"), o.value("c")));
        int x = 5;
        x += x++ * 2 + x;
        Out.println(x);
        int y = 3;
        int z = (y = 4) * y + (y = 7);
        Out.println(z);
        boolean both = mark("l", false) & mark("r", true);
        Out.println(both);
        long w = next();
        w = w << next() | next();
        Out.println(w);
        a[(at = 1)] = (at = 2) + at;
        Out.println(a[1]);
        Out.println(o.self("receiver").index("method"));
    }

    private static int next() {
        tick++;
        Out.print(tick);
        Out.print(' ');
        return tick;
    }

    private EvaluationOrder self(String name) {
        Out.print(name);
        Out.print(' ');
        return this;
    }

    private int index(String name) {
        Out.print(name);
        Out.print(' ');
        return 1;
    }

    private int value(String name) {
        Out.print(name);
        Out.print(' ');
        return 7;
    }

    private static boolean mark(String name, boolean value) {
        Out.print(name);
        Out.print(' ');
        return value;
    }

    private static int three(int a, int b, int c) {
        return a * 100 + b * 10 + c;
    }
}
