package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** One call site that sees a dozen classes, as class method and as interface method. */
public final class MegamorphicCalls {
    private interface Step {
        int next(int x);
    }

    private abstract static class Op implements Step {
        abstract int inverse(int x);
    }

    private static final class Plus extends Op {
        public int next(int x) { return x + 7; }
        int inverse(int x) { return x - 7; }
    }

    private static final class Xor extends Op {
        public int next(int x) { return x ^ 0x5555; }
        int inverse(int x) { return x ^ 0x5555; }
    }

    private static final class Not extends Op {
        public int next(int x) { return ~x; }
        int inverse(int x) { return ~x; }
    }

    private static final class Negate extends Op {
        public int next(int x) { return -x; }
        int inverse(int x) { return -x; }
    }

    private static final class Rotate extends Op {
        public int next(int x) { return x << 5 | x >>> 27; }
        int inverse(int x) { return x >>> 5 | x << 27; }
    }

    private static final class Times extends Op {
        public int next(int x) { return x * 0x9E3779B1; }
        int inverse(int x) { return x * 0xE8B2F51; }
    }

    private static class Swap extends Op {
        public int next(int x) { return x << 16 | x >>> 16; }
        int inverse(int x) { return x << 16 | x >>> 16; }
    }

    private static final class SwapTwice extends Swap {
        @Override
        public int next(int x) { return super.next(x) + 1; }
        @Override
        int inverse(int x) { return super.inverse(x - 1); }
    }

    public static void main(String[] args) {
        Op[] ops = {new Plus(), new Xor(), new Not(), new Negate(), new Rotate(), new Times(), new Swap(), new SwapTwice()};
        int x = 12345;
        for (int i = 0; i < 200_000; i++) {
            Step s = ops[i * 5 + i / 8 & 7];
            x = s.next(x);
        }
        Out.println(x);
        for (int i = 199_999; i >= 0; i--) {
            Op o = ops[i * 5 + i / 8 & 7];
            x = o.inverse(x);
        }
        Out.println(x);
    }
}
