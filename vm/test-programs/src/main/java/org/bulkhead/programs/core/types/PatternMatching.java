package org.bulkhead.programs.core.types;

import org.bulkhead.programs.Out;

/** {@code instanceof} that names the result, in conditions, negations and loops. */
public final class PatternMatching {
    private static final class Circle {
        final double radius = 2;
    }

    private static final class Box {
        final double width;
        final Object content;

        Box(double width, Object content) {
            this.width = width;
            this.content = content;
        }
    }

    public static void main(String[] args) {
        Object[] all = {new Circle(), new Box(3, null), new Box(1, new Circle()), "text", "", null, new int[] {4, 5}};
        for (Object o : all) {
            Out.print(describe(o));
            Out.print(' ');
            Out.println(size(o));
        }
        Object nested = "core";
        for (int i = 0; i < 5; i++) {
            nested = new Box(i, nested);
        }
        int depth = 0;
        while (nested instanceof Box b) {
            depth++;
            nested = b.content;
        }
        Out.println(depth);
        if (!(nested instanceof String s)) {
            Out.println("not text");
            return;
        }
        Out.println(s);
    }

    private static String describe(Object o) {
        if (o instanceof String s && s.length() > 0) {
            return s;
        } else if (o instanceof Box b && b.content instanceof Circle) {
            return "boxed circle";
        }
        return o instanceof int[] a ? a.length == 2 ? "pair" : "numbers" : "other";
    }

    private static double size(Object o) {
        return o instanceof Circle c ? c.radius * 2 : o instanceof Box b ? b.width + size(b.content) : 0.5;
    }
}
