package org.bulkhead.vm.compiler.transform.samples;

/** Calls of small methods, in all the places where a call can stand. */
public final class SmallMethods {
    private int value;
    private long wide;
    private SmallMethods other;
    private static int calls;

    private SmallMethods(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }

    void value(int now) {
        value = now;
    }

    long wide(long add, int times) {
        wide += add * times;
        return wide;
    }

    static int larger(int a, int b) {
        if (a > b) {
            return a;
        }
        return b;
    }

    static boolean isBetween(double x, double low, double high) {
        return x >= low && x < high;
    }

    static void nothing() {}

    /** Ends with a local of its own on the stack. */
    static int doubled(int n) {
        n += n;
        return n;
    }

    static long mixed(int a, long b, SmallMethods c, int d) {
        return a * 3L + b * 5 + c.value + (d << 1);
    }

    static int counted(int step) {
        calls += step;
        return calls;
    }

    /** Changes its own parameter. */
    static int countdown(int from) {
        int sum = 0;
        while (from > 0) {
            sum += from;
            from--;
        }
        return sum;
    }

    SmallMethods next() {
        return other == null ? this : other;
    }

    int twiceNested() {
        return larger(next().value(), value()) + larger(value, 3);
    }

    static int guarded(int divisor) {
        try {
            return 100 / divisor;
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    static int recursive(int n) {
        return n <= 0 ? 0 : n + recursive(n - 1);
    }

    /** Calls what its superclass has, not what it has itself. */
    int inherited() {
        return super.hashCode() == System.identityHashCode(this) ? 1 : 2;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public boolean equals(Object with) {
        return this == with;
    }

    synchronized int locked() {
        return value;
    }

    static int failing(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n");
        }
        return n;
    }

    /** Returns what all of it comes to. */
    public static String run(int seed) {
        SmallMethods a = new SmallMethods(seed);
        SmallMethods b = new SmallMethods(seed * 31 + 7);
        a.other = b;
        StringBuilder text = new StringBuilder();
        text.append(a.value()).append(' ').append(larger(a.value(), b.value())).append(' ').append(1 + larger(2, larger(counted(1), counted(2))) * 3);
        nothing();
        b.value(counted(seed & 7));
        for (int i = 0; i < larger(3, seed & 3); i++) {
            text.append(' ').append(a.wide(i + 1L << 33, b.value())).append(' ').append(isBetween(i, seed & 1, 2.5) ? "in" : "out");
        }
        text.append(' ').append(countdown(seed & 15)).append(' ').append(a.twiceNested()).append(' ').append(a.next().next().twiceNested());
        text.append(' ').append(guarded(seed & 3)).append(' ').append(recursive(seed & 7)).append(' ').append(a.locked());
        try {
            text.append(' ').append(failing(seed % 5 - 2));
        } catch (IllegalArgumentException e) {
            text.append(" failed ").append(larger(e.getMessage().length(), 0));
        }
        text.append(' ').append(a.inherited());
        int own = seed - 1;
        text.append(' ').append(larger(7 * seed, doubled(seed))).append(' ').append(larger(own, doubled(own))).append(' ').append(doubled(own) + own);
        text.append(' ').append(mixed(own, 7L, a, 3)).append(' ').append(mixed(a.value, a.wide, a.other, own)).append(' ').append(mixed(own, a.other.wide, b, a.other.value));
        text.append(' ').append(mixed(doubled(5), own, b.next(), doubled(own)));
        int[] cells = {1, 2, 3, 4};
        cells[larger(0, seed & 3)] += larger(cells[seed & 1], counted(1));
        return text.append(' ').append(cells[0]).append(cells[1]).append(cells[2]).append(cells[3]).toString();
    }
}
