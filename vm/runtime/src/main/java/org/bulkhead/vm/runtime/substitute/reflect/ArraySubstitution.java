package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Array;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.reflect.Primitives;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;
import org.bulkhead.vm.runtime.types.Hubs;

/** Elements of arrays of any type, with the conversions of reflection. */
@Substitutes("java.lang.reflect.Array")
final class ArraySubstitution {
    private static final String CONVERTED = "converted by the rules of reflection";

    private ArraySubstitution() {}

    /** Returns the bits of a primitive element, widened to {@code type}. */
    private static long bits(Object array, int index, Class<?> type) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        return Primitives.bits(Array.get(array, index), type);
    }

    @Replace(reason = CONVERTED)
    public static void set(Object array, int index, Object value) {
        if (array instanceof Object[] references) {
            if (value != null && !references.getClass().getComponentType().isInstance(value)) {
                throw new IllegalArgumentException("array element type mismatch");
            }
            references[index] = value;
            return;
        }
        int length = Array.getLength(array);
        Class<?> component = array.getClass().getComponentType();
        long bits = Primitives.bits(value, component);
        if (index < 0 || index >= length) {
            throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
        }
        Address hub = Hubs.of(array);
        Address element = Magic.addressOf(array).plus(Hubs.arrayBase(hub) + ((long) index << Hubs.logElementSize(hub)));
        switch (Hubs.logElementSize(hub)) {
            case 0:
                element.storeByte((byte) bits);
                break;
            case 1:
                element.storeShort((short) bits);
                break;
            case 2:
                element.storeInt((int) bits);
                break;
            default:
                element.storeLong(bits);
                break;
        }
    }

    @Replace(reason = CONVERTED)
    public static boolean getBoolean(Object array, int index) {
        return bits(array, index, boolean.class) != 0;
    }

    @Replace(reason = CONVERTED)
    public static void setBoolean(Object array, int index, boolean value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }

    @Replace(reason = CONVERTED)
    public static byte getByte(Object array, int index) {
        return (byte) bits(array, index, byte.class);
    }

    @Replace(reason = CONVERTED)
    public static void setByte(Object array, int index, byte value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }

    @Replace(reason = CONVERTED)
    public static char getChar(Object array, int index) {
        return (char) bits(array, index, char.class);
    }

    @Replace(reason = CONVERTED)
    public static void setChar(Object array, int index, char value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }

    @Replace(reason = CONVERTED)
    public static short getShort(Object array, int index) {
        return (short) bits(array, index, short.class);
    }

    @Replace(reason = CONVERTED)
    public static void setShort(Object array, int index, short value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }

    @Replace(reason = CONVERTED)
    public static int getInt(Object array, int index) {
        return (int) bits(array, index, int.class);
    }

    @Replace(reason = CONVERTED)
    public static void setInt(Object array, int index, int value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }

    @Replace(reason = CONVERTED)
    public static long getLong(Object array, int index) {
        return bits(array, index, long.class);
    }

    @Replace(reason = CONVERTED)
    public static void setLong(Object array, int index, long value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }

    @Replace(reason = CONVERTED)
    public static float getFloat(Object array, int index) {
        return Float.intBitsToFloat((int) bits(array, index, float.class));
    }

    @Replace(reason = CONVERTED)
    public static void setFloat(Object array, int index, float value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }

    @Replace(reason = CONVERTED)
    public static double getDouble(Object array, int index) {
        return Double.longBitsToDouble(bits(array, index, double.class));
    }

    @Replace(reason = CONVERTED)
    public static void setDouble(Object array, int index, double value) {
        if (array instanceof Object[]) {
            throw new IllegalArgumentException("Argument is not an array of primitive type");
        }
        set(array, index, value);
    }
}
