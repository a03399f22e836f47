package org.bulkhead.vm.compiler.transform.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Records with components of every type. */
public final class Records {
    private static final StringBuilder LOG = new StringBuilder();

    private Records() {}

    /** Does its work and returns a transcript. */
    public static String run() {
        LOG.setLength(0);
        List<Object> out = new ArrayList<>();
        record Local(String name, Object other) {}
        describe(out, new Empty(), new Empty(), "other");
        describe(out, new Point(1, -2), new Point(1, -2), new Point(-2, 1));
        describe(out, all(0.0, 0f), all(-0.0, 0f), all(0.0, -0f));
        describe(out, all(Double.NaN, Float.NaN), all(Double.NaN, Float.NaN), all(1, Float.NaN));
        describe(out, new Local("a", null), new Local("a", null), new Local(null, null));
        describe(out, new Generic<>(List.of(1)), new Generic<>(List.of(1)), new Generic<>(null));
        describe(out, new Nested(new Point(1, 2), new Generic<>("x")), new Nested(new Point(1, 2), new Generic<>("x")), null);
        describe(out, new Own(5), new Own(6), new Own(5));
        Ordered one = new Ordered(new Loud("a"), 1, new Loud("b"));
        out.add(one.equals(new Ordered(new Loud("a"), 1, new Loud("c"))));
        out.add(one.equals(new Ordered(new Loud("a"), 2, new Loud("b"))));
        out.add(one.equals(new Ordered(new Loud("x"), 1, new Loud("b"))));
        out.add(one.equals(one));
        out.add(one.hashCode());
        out.add(one.toString());
        out.add(new Arrayed(null, null).toString());
        int[] shared = {1};
        out.add(new Arrayed(shared, null).equals(new Arrayed(shared, null)));
        out.add(new Arrayed(shared, null).equals(new Arrayed(Arrays.copyOf(shared, 1), null)));
        return out + LOG.toString();
    }

    private static All all(double d, float f) {
        return new All((byte) 1, (short) 2, 'c', 4, 5L, f, d, true, "s");
    }

    private static void describe(List<Object> out, Object one, Object same, Object other) {
        out.add(one);
        out.add(one.hashCode());
        out.add(one.equals(same) + " " + one.equals(other) + " " + one.equals(null) + " " + (one.hashCode() == same.hashCode()));
    }

    record Empty() {}

    record Point(int x, int y) {}

    record All(byte b, short s, char c, int i, long l, float f, double d, boolean z, String text) {}

    record Generic<T>(T value) {}

    record Nested(Point point, Generic<String> generic) {}

    record Arrayed(int[] numbers, String[][] names) {}

    record Ordered(Loud first, int number, Loud last) {}

    record Own(int value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Own own && own.value / 2 == value / 2;
        }

        @Override
        public int hashCode() {
            return value / 2;
        }
    }

    record Loud(String name) {
        @Override
        public boolean equals(Object other) {
            LOG.append(" equals ").append(name);
            return other instanceof Loud loud && loud.name.equals(name);
        }

        @Override
        public int hashCode() {
            LOG.append(" hash ").append(name);
            return name.hashCode();
        }

        @Override
        public String toString() {
            LOG.append(" string ").append(name);
            return name;
        }
    }
}
