package org.bulkhead.programs.lang.lambdas;

import org.bulkhead.programs.Out;

/** Exceptions leave and cross lambdas as they do methods. */
public final class ThrowingLambdas {
    private interface Action<X extends Exception> {
        int run(int x) throws X;
    }

    private static final class Refused extends Exception {
        private final int x;

        Refused(int x) {
            this.x = x;
        }
    }

    public static void main(String[] args) {
        Action<Refused> picky = x -> {
            if (x % 3 == 0) {
                throw new Refused(x);
            }
            return x;
        };
        Action<RuntimeException> dividing = x -> 100 / x;
        int sum = 0;
        for (int i = -3; i < 8; i++) {
            try {
                sum += apply(picky, i);
            } catch (Refused e) {
                sum += 1000 + e.x;
            }
            try {
                sum += apply(dividing, i);
            } catch (ArithmeticException e) {
                sum += 100_000;
            }
        }
        Out.println(sum);
        Action<Refused> reference = ThrowingLambdas::refuse;
        try {
            reference.run(5);
        } catch (Refused e) {
            Out.println(e.x);
        }
        Action<RuntimeException> cleaning = x -> {
            try {
                return dividing.run(x);
            } finally {
                Out.print("cleaned ");
            }
        };
        for (int i = 0; i < 2; i++) {
            try {
                Out.println(cleaning.run(i));
            } catch (ArithmeticException e) {
                Out.println(e.getMessage());
            }
        }
    }

    private static <X extends Exception> int apply(Action<X> action, int x) throws X {
        return action.run(x);
    }

    private static int refuse(int x) throws Refused {
        throw new Refused(x * 11);
    }
}
