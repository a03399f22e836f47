package org.bulkhead.vm.runtime.reflect;

/** Boxed values as the bits that compiled code passes, and back. */
public final class Primitives {
    private Primitives() {}

    /**
     * Returns the bits of a boxed value converted to a primitive type by identity or widening (JLS §5.1.2); those of a float are in the low half.
     *
     * @throws IllegalArgumentException if the value cannot be converted so
     */
    public static long bits(Object value, Class<?> type) {
        if (value == null) {
            throw new IllegalArgumentException();
        }
        if (value instanceof Boolean truth) {
            if (type == boolean.class) {
                return truth ? 1 : 0;
            }
        } else if (value instanceof Character character) {
            if (type == char.class) {
                return character;
            }
            return ofLong(character, type, int.class);
        } else if (value instanceof Byte number) {
            return type == byte.class ? number : ofLong(number, type, short.class);
        } else if (value instanceof Short number) {
            return ofLong(number, type, short.class);
        } else if (value instanceof Integer number) {
            return ofLong(number, type, int.class);
        } else if (value instanceof Long number) {
            return ofLong(number, type, long.class);
        } else if (value instanceof Float number) {
            if (type == float.class) {
                return Float.floatToRawIntBits(number);
            }
            if (type == double.class) {
                return Double.doubleToRawLongBits(number);
            }
        } else if (value instanceof Double number && type == double.class) {
            return Double.doubleToRawLongBits(number);
        }
        throw mismatch();
    }

    /** Converts an integer to a type that is as wide as {@code narrowest} at least. */
    private static long ofLong(long value, Class<?> type, Class<?> narrowest) {
        if (type == double.class) {
            return Double.doubleToRawLongBits(value);
        }
        if (type == float.class) {
            return Float.floatToRawIntBits(value);
        }
        boolean fits = type == long.class || type == int.class && narrowest != long.class || type == short.class && narrowest == short.class;
        if (!fits) {
            throw mismatch();
        }
        return value;
    }

    static IllegalArgumentException mismatch() {
        return new IllegalArgumentException("argument type mismatch");
    }

    /** Returns the boxed value of a result that is not floating-point; null for void. */
    static Object box(long bits, Class<?> type) {
        if (type == int.class) {
            return (int) bits;
        } else if (type == long.class) {
            return bits;
        } else if (type == boolean.class) {
            return (byte) bits != 0;
        } else if (type == char.class) {
            return (char) bits;
        } else if (type == short.class) {
            return (short) bits;
        } else if (type == byte.class) {
            return (byte) bits;
        }
        return null;
    }
}
