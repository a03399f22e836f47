package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Abstract classes whose template methods call what subclasses supply, and that leave interface methods open. */
public final class AbstractClasses {
    private interface Area {
        double area();
    }

    private abstract static class Shape implements Area {
        final double scale;

        Shape(double scale) {
            this.scale = scale;
        }

        abstract double unit();

        @Override
        public double area() {
            return unit() * scale * scale;
        }
    }

    private abstract static class Open implements Area {
        double doubled() {
            return area() * 2;
        }
    }

    private static final class Square extends Shape {
        Square(double side) {
            super(side);
        }

        @Override
        double unit() {
            return 1;
        }
    }

    private static class Circle extends Shape {
        Circle(double radius) {
            super(radius);
        }

        @Override
        double unit() {
            return 3.140625;
        }
    }

    private static final class Half extends Circle {
        Half(double radius) {
            super(radius);
        }

        @Override
        public double area() {
            return super.area() / 2;
        }
    }

    private static final class Fixed extends Open {
        @Override
        public double area() {
            return 7.25;
        }
    }

    public static void main(String[] args) {
        Area[] all = {new Square(3), new Circle(2), new Half(4), new Fixed()};
        double sum = 0;
        for (Area a : all) {
            sum += a.area();
            Out.fixed(a.area(), 4);
            Out.println();
        }
        Out.fixed(sum, 4);
        Out.println();
        Out.fixed(((Open) all[3]).doubled(), 2);
        Out.println();
    }
}
