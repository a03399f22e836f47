package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** Exceptions caught, looked at and thrown on, the same object or a new one. */
public final class Rethrowing {
    private static final class Wrapper extends Exception {
        final Throwable inner;
        final int level;

        Wrapper(Throwable inner, int level) {
            this.inner = inner;
            this.level = level;
        }
    }

    private static final RuntimeException SHARED = new RuntimeException();

    public static void main(String[] args) {
        try {
            wrap(5);
        } catch (Wrapper w) {
            int chain = 0;
            Throwable t = w;
            while (t instanceof Wrapper) {
                chain = chain * 10 + ((Wrapper) t).level;
                t = ((Wrapper) t).inner;
            }
            Out.println(chain);
            Out.println(t instanceof ArithmeticException);
        }
        for (int i = 0; i < 3; i++) {
            try {
                same(i);
            } catch (RuntimeException e) {
                Out.println(e == SHARED);
            }
        }
    }

    private static void wrap(int level) throws Wrapper {
        try {
            if (level == 0) {
                Out.println(1 / level);
            }
            wrap(level - 1);
        } catch (ArithmeticException | Wrapper e) {
            throw new Wrapper(e, level);
        }
    }

    private static void same(int kind) {
        try {
            try {
                if (kind == 0) {
                    throw SHARED;
                }
                int[] none = null;
                Out.println(none[kind]);
            } catch (RuntimeException e) {
                if (kind == 2) {
                    throw SHARED;
                }
                throw e;
            }
        } finally {
            Out.print(kind);
            Out.print(' ');
        }
    }
}
