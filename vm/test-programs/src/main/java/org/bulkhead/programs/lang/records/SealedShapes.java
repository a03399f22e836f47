package org.bulkhead.programs.lang.records;

import org.bulkhead.programs.Out;

/** Sealed interfaces and records that implement them, taken apart by patterns. */
public final class SealedShapes {
    private sealed interface Shape permits Circle, Rectangle, Group {
        default double area() {
            return SealedShapes.area(this);
        }
    }

    private record Circle(double radius) implements Shape {
    }

    private record Rectangle(double width, double height) implements Shape {
    }

    private record Group(String name, Shape... members) implements Shape {
        @Override
        public String toString() {
            StringBuilder b = new StringBuilder(name).append('(');
            for (Shape s : members) {
                b.append(s).append(';');
            }
            return b.append(')').toString();
        }
    }

    public static void main(String[] args) {
        Shape inner = new Group("inner", new Circle(1), new Rectangle(2, 3.5));
        Shape all = new Group("all", inner, new Circle(0.5), inner, new Group("none"));
        Out.println(all.toString());
        Out.println(all.area());
        Out.println("" + all.area());
        Out.println(count(all));
        Out.println(inner.equals(new Group("inner", new Circle(1), new Rectangle(2, 3.5))));
        Out.println(new Circle(1).equals(((Group) inner).members()[0]));
    }

    private static double area(Shape s) {
        if (s instanceof Circle c) {
            return 3.0 * c.radius() * c.radius();
        } else if (s instanceof Rectangle r) {
            return r.width() * r.height();
        }
        double sum = 0;
        for (Shape m : ((Group) s).members()) {
            sum += m.area();
        }
        return sum;
    }

    private static int count(Shape s) {
        int n = 1;
        if (s instanceof Group g) {
            for (Shape m : g.members()) {
                n += count(m);
            }
        }
        return n;
    }
}
