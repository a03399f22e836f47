package org.bulkhead.programs.lang.objects;

import java.util.function.Supplier;
import org.bulkhead.programs.Out;

/** Names of classes of every kind, and classes compared. */
public final class ClassNames {
    private interface Face {
    }

    private enum Kind {
        PLAIN, SPECIAL {
        }
    }

    private record Entry(int x) {
    }

    private static final class Nested {
        private final class Inner {
        }
    }

    public static void main(String[] args) {
        class Local {
        }
        Object anonymous = new Object() {
        };
        Object[] all = {
            "text", 5, 'c', 2.5, new int[0], new long[0][0], new boolean[0], new Object[0], new String[0][], new byte[0], new char[0],
            new short[0], new float[0], new double[0], new Nested(), new Nested().new Inner(), new Local(), anonymous, Kind.PLAIN,
            Kind.SPECIAL, new Entry(1), new Entry[0], new Face() { }, new StringBuilder(), new Exception(), Integer.class};
        for (Object o : all) {
            Out.println(o.getClass().getName() + " " + o.getClass().getSimpleName());
        }
        Out.println(int.class.getName() + void.class.getName() + double[].class.getName() + Face.class.getName());
        Out.println(new Nested().getClass() == Nested.class);
        Out.println(new int[1].getClass() == int[].class && (Object) int[].class != long[].class);
        Out.println(Integer.valueOf(3).getClass() == Integer.class && Integer.class != int.class);
        Out.println(String.class.toString() + " " + Face.class + " " + int.class);
        Supplier<Class<?>> s = () -> Kind.class;
        Out.println(s.get().isEnum() + " " + Face.class.isInterface() + " " + int[].class.isArray() + " " + int.class.isPrimitive());
        Out.println(Number.class.isInstance(5) + " " + Number.class.isInstance("5") + " " + Number.class.isAssignableFrom(Long.class));
        Out.println(int[][].class.getComponentType() == int[].class);
        Out.println(Integer.class.getSuperclass() == Number.class && Object.class.getSuperclass() == null);
        Out.println(Number.class.cast(7).intValue());
    }
}
