package org.bulkhead.programs.reflect;

import org.bulkhead.programs.reflect.absent.Absent;

/** Classes that the program was compiled with, but that are not on its class path: each failure comes when the class is reached, and no sooner. */
public final class MissingClasses {
    private MissingClasses() {}

    static class Uses {
        static int call() {
            return Absent.twice(2);
        }

        static Object make() {
            return new Absent();
        }

        static boolean is(Object value) {
            return value instanceof Absent;
        }

        static Object literal() {
            return Absent.class;
        }

        static int field() {
            return new Absent().field;
        }
    }

    static class Extends extends Absent {}

    static Object subclass() {
        return new Extends();
    }

    interface Step {
        Object take();
    }

    private static void attempt(Step step) {
        try {
            System.out.println(step.take());
        } catch (NoClassDefFoundError e) {
            System.out.println(e);
        }
    }

    public static void main(String[] args) {
        attempt(Uses::call);
        attempt(Uses::make);
        attempt(() -> Uses.is("text"));
        attempt(() -> Uses.is(null));
        attempt(Uses::literal);
        attempt(Uses::field);
        attempt(MissingClasses::subclass);
        try {
            Class.forName(MissingClasses.class.getPackageName() + ".absent.Absent");
        } catch (ClassNotFoundException e) {
            System.out.println(e);
        }
    }
}
