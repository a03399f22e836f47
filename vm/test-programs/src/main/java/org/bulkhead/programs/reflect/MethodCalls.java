package org.bulkhead.programs.reflect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Methods of every shape are called: arguments in registers and on the stack, all results, overriding, interfaces, failures. */
public class MethodCalls {
    interface Shape {
        double area();

        default String describe(String prefix) {
            return prefix + area();
        }
    }

    static class Square implements Shape {
        final double side;

        Square(double side) {
            this.side = side;
        }

        @Override
        public double area() {
            return side * side;
        }
    }

    static final class Named extends Square {
        Named(double side) {
            super(side);
        }

        @Override
        public String describe(String prefix) {
            return "named " + super.side + prefix;
        }
    }

    public static String many(int a, long b, float c, double d, byte e, short f, char g, boolean h, Object i, int j, double k, float l, double m, double n, double o, double p, double q, float r,
            String s, long t, int u) {
        return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h + " " + i + " " + j + " " + k + " " + l + " " + m + " " + n + " " + o + " " + p + " " + q + " " + r + " " + s + " " + t
            + " " + u;
    }

    public boolean bool(boolean value) {
        return !value;
    }

    public byte small(byte value) {
        return (byte) (value + 100);
    }

    public char letter(char value) {
        return (char) (value + 1);
    }

    public short middle(short value) {
        return (short) -value;
    }

    public float single(float value) {
        return value / 3;
    }

    public double twice(double value) {
        return value * 2;
    }

    public long wide(long value) {
        return value << 33;
    }

    public void nothing() {
        System.out.println("nothing");
    }

    public int sum(String title, int... numbers) {
        return title.length() + Arrays.stream(numbers).sum();
    }

    private String secret(String text) {
        return "secret " + text;
    }

    public static int fails(int value) throws Exception {
        if (value == 0) {
            throw new Exception("checked");
        }
        return 10 / (value - 1);
    }

    public static long deep(int depth) throws ReflectiveOperationException {
        if (depth == 0) {
            return 0;
        }
        byte[] garbage = new byte[100];
        return garbage.length + (Long) MethodCalls.class.getMethod("deep", int.class).invoke(null, depth - 1);
    }

    private static Method find(String name) {
        return Arrays.stream(MethodCalls.class.getDeclaredMethods()).filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
    }

    private static void call(Method method, Object receiver, Object... arguments) {
        try {
            Object result = method.invoke(receiver, arguments);
            System.out.println(method.getName() + " -> " + result + (result == null ? "" : " " + result.getClass().getSimpleName()));
        } catch (InvocationTargetException e) {
            System.out.println(method.getName() + " threw " + e.getCause() + " " + e.getMessage());
        } catch (IllegalAccessException | RuntimeException e) {
            System.out.println(method.getName() + ": " + e);
        }
    }

    public static void main(String[] args) throws Exception {
        MethodCalls self = new MethodCalls();
        call(find("many"), null, 1, 2L, 3f, 4.0, (byte) 5, (short) 6, '7', true, "nine", 10, 11.0, 12f, 13.0, 14.0, 15.0, 16.0, 17.0, 18f, "nineteen", 20L, 21);
        call(find("many"), null, (byte) 1, 2, 3, 4f, (byte) 5, (byte) 6, '7', false, null, 'a', 11, 12L, 13, 14.0, 15.0, 16f, (short) 17, 18, null, 'b', (short) 21);
        call(find("bool"), self, true);
        call(find("small"), self, (byte) 100);
        call(find("letter"), self, 'y');
        call(find("middle"), self, (short) 5);
        call(find("single"), self, 10);
        call(find("twice"), self, 'A');
        call(find("wide"), self, 3);
        call(find("nothing"), self);
        call(find("nothing"), self, (Object[]) null);
        call(find("sum"), self, "abc", new int[] {1, 2, 3});
        call(find("sum"), self, "abc", 1);
        Method secret = find("secret");
        call(secret, self, "here");
        for (int i = 0; i < 4; i++) {
            call(find("fails"), null, i);
        }
        call(find("twice"), null, 1.0);
        call(find("twice"), "text", 1.0);
        call(find("twice"), self, "text");
        call(find("twice"), self, 1.0, 2.0);
        call(find("twice"), self);
        call(find("small"), self, 1);
        call(find("bool"), self, 1);
        call(find("letter"), self, (short) 1);
        call(find("sum"), self, 1, new int[0]);
        Method area = Shape.class.getDeclaredMethod("area");
        Method describe = Shape.class.getDeclaredMethod("describe", String.class);
        for (Shape each : new Shape[] {new Square(2), new Named(3), () -> 7.5}) {
            call(area, each);
            call(describe, each, "area ");
        }
        call(Square.class.getMethod("describe", String.class), new Named(4), "!");
        call(Object.class.getMethod("toString"), new StringBuilder("builder"));
        call(Object.class.getMethod("hashCode"), "text");
        call(Comparable.class.getMethod("compareTo", Object.class), "a", "b");
        call(String.class.getMethod("length"), "length");
        System.out.println(deep(200));
    }
}
