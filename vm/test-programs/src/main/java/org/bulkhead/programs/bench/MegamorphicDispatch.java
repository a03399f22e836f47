package org.bulkhead.programs.bench;

/** One interface call site that sees eight classes, and one virtual call site that sees as many. */
public final class MegamorphicDispatch {
    private static final int ROUNDS = 20_000;
    private static final int OPERATIONS = 256;

    private interface Operation {
        long apply(long x);
    }

    private abstract static class Base implements Operation {
        abstract long weight(long x);
    }

    private static final class Add extends Base {
        @Override
        public long apply(long x) {
            return x + 0x9E3779B97F4A7C15L;
        }

        @Override
        long weight(long x) {
            return x & 1;
        }
    }

    private static final class Xor extends Base {
        @Override
        public long apply(long x) {
            return x ^ x >>> 29;
        }

        @Override
        long weight(long x) {
            return x & 2;
        }
    }

    private static final class Multiply extends Base {
        @Override
        public long apply(long x) {
            return x * 0xBF58476D1CE4E5B9L;
        }

        @Override
        long weight(long x) {
            return x & 4;
        }
    }

    private static final class Rotate extends Base {
        @Override
        public long apply(long x) {
            return x << 23 | x >>> 41;
        }

        @Override
        long weight(long x) {
            return x & 8;
        }
    }

    private static final class Not extends Base {
        @Override
        public long apply(long x) {
            return ~x;
        }

        @Override
        long weight(long x) {
            return 1;
        }
    }

    private static final class Negate extends Base {
        @Override
        public long apply(long x) {
            return -x;
        }

        @Override
        long weight(long x) {
            return 2;
        }
    }

    private static final class Shift extends Base {
        @Override
        public long apply(long x) {
            return x ^ x << 17;
        }

        @Override
        long weight(long x) {
            return 3;
        }
    }

    private static final class Subtract extends Base {
        @Override
        public long apply(long x) {
            return x - 0x94D049BB133111EBL;
        }

        @Override
        long weight(long x) {
            return x >>> 60;
        }
    }

    private MegamorphicDispatch() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("MegamorphicDispatch", args, ROUNDS, MegamorphicDispatch::run);
    }

    /** Passes a number {@code n} times through 256 operations and returns it with their weights. */
    public static long run(int n) {
        Base[] kinds = {new Add(), new Xor(), new Multiply(), new Rotate(), new Not(), new Negate(), new Shift(), new Subtract()};
        Operation[] operations = new Operation[OPERATIONS];
        Base[] weights = new Base[OPERATIONS];
        for (int i = 0; i < OPERATIONS; i++) {
            operations[i] = kinds[(i * 5 + i / 8) % kinds.length];
            weights[i] = kinds[(i * 3 + i / 16) % kinds.length];
        }
        long x = 1;
        long sum = 0;
        for (int round = 0; round < n; round++) {
            for (int i = 0; i < OPERATIONS; i++) {
                x = operations[i].apply(x);
                sum += weights[i].weight(x);
            }
        }
        return x + sum;
    }
}
