package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Enum constants with bodies of their own, abstract methods and interfaces. */
public final class EnumBodies {
    private interface Operation {
        int apply(int a, int b);
    }

    private enum Basic implements Operation {
        ADD('+') {
            @Override
            public int apply(int a, int b) {
                return a + b;
            }
        },
        SUBTRACT('-') {
            @Override
            public int apply(int a, int b) {
                return a - b;
            }

            @Override
            boolean commutes() {
                return false;
            }
        },
        MULTIPLY('*') {
            private int used;

            @Override
            public int apply(int a, int b) {
                used++;
                return a * b + used;
            }
        };

        private final char symbol;

        Basic(char symbol) {
            this.symbol = symbol;
        }

        boolean commutes() {
            return true;
        }
    }

    private enum Empty { }

    private enum Single implements Operation {
        INSTANCE;

        @Override
        public int apply(int a, int b) {
            return a << b;
        }
    }

    public static void main(String[] args) {
        for (Basic o : Basic.values()) {
            Out.print(o.symbol);
            Out.print(' ');
            Out.print(o.apply(12, 5));
            Out.print(' ');
            Out.print(o.apply(2, 3));
            Out.print(' ');
            Out.print(o.commutes());
            Out.print(' ');
            Out.println(o.name());
        }
        Operation[] all = {Basic.ADD, Single.INSTANCE, Basic.SUBTRACT};
        int sum = 0;
        for (Operation o : all) {
            sum = sum * 100 + o.apply(4, 2);
        }
        Out.println(sum);
        Out.println(Empty.values().length);
    }
}
