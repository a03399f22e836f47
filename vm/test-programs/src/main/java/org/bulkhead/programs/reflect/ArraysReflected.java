package org.bulkhead.programs.reflect;

import java.lang.reflect.Array;
import java.util.Arrays;

/** Arrays made and accessed through reflection. */
public final class ArraysReflected {
    private ArraysReflected() {}

    public static void main(String[] args) {
        for (Class<?> type : new Class<?>[] {boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class, String.class, ArraysReflected.class}) {
            Object array = Array.newInstance(type, 2);
            System.out.println(array.getClass().getName() + " " + Array.getLength(array) + " " + (type == char.class ? (int) Array.getChar(array, 1) : Array.get(array, 1)) + " " + array.getClass().getComponentType());
        }
        int[] ints = {1, 2, 3};
        Array.setInt(ints, 0, 10);
        Array.set(ints, 1, (byte) 20);
        System.out.println(Arrays.toString(ints) + " " + Array.getLong(ints, 2));
        try {
            Array.set(ints, 0, "text");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            Array.get(ints, 3);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println("out of bounds");
        }
        try {
            Array.newInstance(void.class, 1);
        } catch (IllegalArgumentException e) {
            System.out.println("void");
        }
        System.out.println(int[].class.arrayType() == int[][].class);
        System.out.println(Arrays.toString(String[].class.getInterfaces()) + " " + String[].class.getSuperclass() + " " + String[].class.getDeclaredMethods().length + " "
            + Integer.toHexString(String[].class.getModifiers()));
        Object copy = Arrays.copyOf(new String[] {"a"}, 3, String[].class);
        System.out.println(copy.getClass() + " " + Array.getLength(copy));
    }
}
