package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** {@code Byte}, {@code Short}, {@code Boolean} and {@code Number}: text, order and conversion. */
public final class SmallNumbers {
    public static void main(String[] args) {
        Number[] numbers = {(byte) -5, (short) 300, 70000, 1L << 40, 2.75f, -1e10, Double.NaN, Float.POSITIVE_INFINITY};
        for (Number n : numbers) {
            Out.println(n + " " + n.byteValue() + " " + n.shortValue() + " " + n.intValue() + " " + n.longValue() + " "
                + n.floatValue() + " " + n.doubleValue());
        }
        Out.println(Byte.parseByte("-128") + Short.parseShort("7fff", 16));
        Out.println(Byte.toString((byte) 200) + Short.toString((short) 40000));
        Out.println(Byte.compare((byte) 1, (byte) -1) + " " + Short.compare((short) 5, (short) 9));
        Out.println(Boolean.parseBoolean("True") + " " + Boolean.parseBoolean("yes") + " " + Boolean.toString(false));
        Out.println(Boolean.logicalXor(true, false) + " " + Boolean.compare(true, false) + " " + Boolean.hashCode(true));
        Out.println(Byte.MIN_VALUE + " " + Short.MAX_VALUE + " " + (int) Character.MAX_VALUE);
        Out.println(Integer.valueOf(66).byteValue() + Long.valueOf(1L << 32 | 3).intValue());
    }
}
