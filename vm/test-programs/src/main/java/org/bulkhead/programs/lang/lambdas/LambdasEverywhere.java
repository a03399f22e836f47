package org.bulkhead.programs.lang.lambdas;

import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.bulkhead.programs.Out;

/** Lambdas in initialisers, constructors, enums, interfaces, inner classes and conditionals. */
public final class LambdasEverywhere {
    private static final IntUnaryOperator STATIC = x -> x + 1;
    private final IntUnaryOperator instance = x -> x * factor();
    private final int factor;

    private enum Op {
        PLUS(x -> x + 10), MINUS(x -> x - 10) {
            @Override
            int run(int x) {
                return -super.run(x);
            }
        };

        private final IntUnaryOperator f;

        Op(IntUnaryOperator f) {
            this.f = f;
        }

        int run(int x) {
            return f.applyAsInt(x);
        }
    }

    private interface Constants {
        Supplier<String> TEXT = () -> "from interface";

        default Supplier<String> mine() {
            return () -> "mine " + this;
        }
    }

    private class Inner implements Constants {
        final Supplier<Integer> outer = () -> factor + hashOf("x");

        private int hashOf(String s) {
            return s.hashCode();
        }

        @Override
        public String toString() {
            return "inner";
        }
    }

    private int factor() {
        return factor;
    }

    private LambdasEverywhere(int factor) {
        this(factor, () -> factor * 2);
    }

    private LambdasEverywhere(int factor, Supplier<Integer> s) {
        this.factor = factor + s.get();
    }

    public static void main(String[] args) {
        LambdasEverywhere o = new LambdasEverywhere(3);
        Out.println(STATIC.applyAsInt(1) + o.instance.applyAsInt(10));
        Out.println(Op.PLUS.run(1) + Op.MINUS.run(5));
        Out.println(Constants.TEXT.get());
        Inner inner = o.new Inner();
        Out.println(inner.outer.get() + inner.mine().get());
        for (int i = 0; i < 2; i++) {
            IntUnaryOperator f = i == 0 ? x -> -x : x -> x << 4;
            Out.println(f.applyAsInt(6));
        }
        Supplier<Supplier<String>> local = () -> {
            class Local {
                String text() {
                    return "local in lambda";
                }
            }
            return new Local()::text;
        };
        Out.println(local.get().get());
        Supplier<Object> anonymous = () -> new Object() {
            @Override
            public String toString() {
                return "anonymous in lambda";
            }
        };
        Out.println(anonymous.get().toString());
    }
}
