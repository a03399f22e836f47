package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Arrays of references: default null, shared elements, elements of differing classes. */
public final class ObjectArrays {
    private static class Point {
        final int x;

        Point(int x) {
            this.x = x;
        }

        int value() {
            return x;
        }
    }

    private static final class Scaled extends Point {
        Scaled(int x) {
            super(x);
        }

        @Override
        int value() {
            return x * 100;
        }
    }

    public static void main(String[] args) {
        Point[] points = new Point[10];
        Out.println(points[3] == null);
        for (int i = 0; i < points.length; i++) {
            points[i] = i % 3 == 0 ? new Scaled(i) : new Point(i);
        }
        int sum = 0;
        for (Point p : points) {
            sum += p.value();
        }
        Out.println(sum);
        points[1] = points[2] = points[3];
        Out.println(points[1] == points[3]);
        points[4] = null;
        int nulls = 0;
        for (Point p : points) {
            nulls += p == null ? 1 : 0;
        }
        Out.println(nulls);
        Object[] mixed = {"text", points, new int[] {5}, null, mixedPoint()};
        Out.println((String) mixed[0]);
        Out.println(((int[]) mixed[2])[0]);
        Out.println(((Point[]) mixed[1])[9].value());
        Out.println(((Point) mixed[4]).value());
        mixed[3] = mixed;
        Out.println(((Object[]) ((Object[]) mixed[3])[3])[0] == mixed[0]);
    }

    private static Point mixedPoint() {
        return new Scaled(42);
    }
}
