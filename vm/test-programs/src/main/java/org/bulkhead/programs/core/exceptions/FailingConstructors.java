package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** Constructors and initialisers that fail leave what they had done, but no object. */
public final class FailingConstructors {
    private static int made;
    private static FailingConstructors escaped;
    private final int value;
    private final int[] cells = new int[3];

    {
        made++;
    }

    private FailingConstructors(int i) {
        escaped = this;
        cells[1] = i;
        value = 100 / i;
        cells[i] = value;
    }

    private static class Base {
        final int b;

        Base(int b) {
            if (b < 0) {
                throw new IllegalArgumentException();
            }
            this.b = b;
        }
    }

    private static final class Sub extends Base {
        static int reached;

        Sub(int b) {
            super(check(b));
            reached++;
        }

        static int check(int b) {
            if (b > 10) {
                throw new IllegalStateException();
            }
            return b - 5;
        }
    }

    public static void main(String[] args) {
        FailingConstructors last = null;
        for (int i = 0; i < 5; i++) {
            try {
                last = new FailingConstructors(i);
                Out.println(last.value);
            } catch (ArithmeticException e) {
                Out.println("zero");
            } catch (ArrayIndexOutOfBoundsException e) {
                Out.print("index, last ");
                Out.println(last.value + escaped.value * 1000 + escaped.cells[1]);
            }
        }
        Out.println(made);
        for (int b = 0; b < 15; b += 4) {
            try {
                Out.println(new Sub(b).b);
            } catch (IllegalArgumentException e) {
                Out.println("base refused");
            } catch (IllegalStateException e) {
                Out.println("argument refused");
            }
        }
        Out.println(Sub.reached);
    }
}
