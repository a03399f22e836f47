package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Logical operators, those that evaluate both sides and those that stop early. */
public final class BooleanOperators {
    private static int calls;

    public static void main(String[] args) {
        boolean[] both = {false, true};
        for (boolean a : both) {
            for (boolean b : both) {
                Out.print(a & b);
                Out.print(' ');
                Out.print(a | b);
                Out.print(' ');
                Out.print(a ^ b);
                Out.print(' ');
                Out.print(!a);
                Out.print(' ');
                Out.print(a && b);
                Out.print(' ');
                Out.print(a || b);
                Out.print(' ');
                Out.print(a == b);
                Out.print(' ');
                Out.println(a != b);
                Out.print(seen(a) & seen(b));
                Out.print(seen(a) | seen(b));
                Out.print(seen(a) && seen(b));
                Out.print(seen(a) || seen(b));
                Out.print(!(seen(a) && !seen(b)) || seen(!a));
                Out.print(' ');
                Out.println(calls);
            }
        }
    }

    private static boolean seen(boolean value) {
        calls++;
        return value;
    }
}
