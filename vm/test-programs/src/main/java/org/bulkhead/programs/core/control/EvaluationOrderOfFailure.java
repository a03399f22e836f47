package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** What has been evaluated when an operand fails, and what has not. */
public final class EvaluationOrderOfFailure {
    private int field;

    public static void main(String[] args) {
        int[] none = null;
        int[] two = {1, 2};
        EvaluationOrderOfFailure nobody = null;
        try {
            none[index(0)] = value(1);
        } catch (NullPointerException e) {
            Out.println("null array after index and value");
        }
        try {
            two[index(5)] = value(2);
        } catch (ArrayIndexOutOfBoundsException e) {
            Out.println("bad index after value");
        }
        try {
            two[index(1)] = failing();
        } catch (IllegalStateException e) {
            Out.show("kept", two[1]);
        }
        try {
            two[index(9)] += value(3);
        } catch (ArrayIndexOutOfBoundsException e) {
            Out.println("bad index before value");
        }
        try {
            nobody.field = value(4);
        } catch (NullPointerException e) {
            Out.println("null object after value");
        }
        try {
            nobody.method(value(5));
        } catch (NullPointerException e) {
            Out.println("null receiver after arguments");
        }
        try {
            Out.println(value(6) / index(0) + value(7));
        } catch (ArithmeticException e) {
            Out.println("division before the right side");
        }
        try {
            Out.println(noArray()[index(1)]);
        } catch (IllegalStateException e) {
            Out.println("array expression first");
        }
        int x = 1;
        try {
            x = x++ + failing();
        } catch (IllegalStateException e) {
            Out.show("x", x);
        }
    }

    private static int index(int i) {
        Out.print("index ");
        return i;
    }

    private static int value(int v) {
        Out.print("value ");
        return v;
    }

    private static int failing() {
        throw new IllegalStateException();
    }

    private static int[] noArray() {
        throw new IllegalStateException();
    }

    private void method(int argument) {
        field = argument;
    }
}
