package org.bulkhead.programs.core.init;

import org.bulkhead.programs.Out;

/** Initialisation happens exactly where the expression that needs it is evaluated. */
public final class InitialiserInExpression {
    private static int order;

    private static final class Left {
        static int value = mark("left");
    }

    private static final class Right {
        static int value = mark("right");

        static int of(int argument) {
            return value + argument;
        }
    }

    private static final class Unlucky {
        static int value = mark("unlucky") / (order - order);
    }

    private static final class Made {
        static {
            mark("made");
        }

        Made(int x) {
            Out.println(x);
        }
    }

    public static void main(String[] args) {
        int sum = mark("operand") + Left.value * 10 + Right.of(mark("argument")) * 100;
        Out.println(sum);
        new Made(mark("constructor argument"));
        try {
            sum = mark("pending") + Unlucky.value + mark("never");
        } catch (ExceptionInInitializerError e) {
            Out.println(sum);
        }
        Out.println(order);
    }

    private static int mark(String name) {
        Out.println(name);
        return ++order;
    }
}
