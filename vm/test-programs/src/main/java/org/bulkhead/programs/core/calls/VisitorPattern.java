package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Double dispatch over an expression tree: evaluation, depth and simplification. */
public final class VisitorPattern {
    private interface Visitor<R> {
        R number(Num n);

        R binary(Bin b);
    }

    private interface Expr {
        <R> R accept(Visitor<R> v);
    }

    private static final class Num implements Expr {
        final long value;

        Num(long value) {
            this.value = value;
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.number(this);
        }
    }

    private static final class Bin implements Expr {
        final char op;
        final Expr a;
        final Expr b;

        Bin(char op, Expr a, Expr b) {
            this.op = op;
            this.a = a;
            this.b = b;
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.binary(this);
        }
    }

    private static final class Evaluate implements Visitor<long[]> {
        @Override
        public long[] number(Num n) {
            return new long[] {n.value, 1};
        }

        @Override
        public long[] binary(Bin e) {
            long[] x = e.a.accept(this);
            long[] y = e.b.accept(this);
            long value = switch (e.op) {
                case '+' -> x[0] + y[0];
                case '*' -> x[0] * y[0];
                default -> x[0] - y[0];
            };
            return new long[] {value, 1 + (x[1] > y[1] ? x[1] : y[1])};
        }
    }

    private static final class Simplify implements Visitor<Expr> {
        @Override
        public Expr number(Num n) {
            return n;
        }

        @Override
        public Expr binary(Bin e) {
            Expr a = e.a.accept(this);
            Expr b = e.b.accept(this);
            if (e.op == '*' && a instanceof Num && ((Num) a).value == 1) {
                return b;
            }
            if (e.op == '+' && b instanceof Num && ((Num) b).value == 0) {
                return a;
            }
            return new Bin(e.op, a, b);
        }
    }

    public static void main(String[] args) {
        Expr e = new Num(2);
        for (int i = 0; i < 30; i++) {
            e = i % 3 == 0 ? new Bin('*', new Num(i % 2), e) : i % 3 == 1 ? new Bin('+', e, new Num(i % 4 - 1)) : new Bin('-', new Num(i), e);
        }
        show(e);
        show(e.accept(new Simplify()));
    }

    private static void show(Expr e) {
        long[] result = e.accept(new Evaluate());
        Out.print(result[0]);
        Out.print(" depth ");
        Out.println(result[1]);
    }
}
