package org.bulkhead.vm.runtime.layout;

import java.io.ByteArrayOutputStream;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/**
 * Numbers of as many bytes as they need, as tables of compiled code hold them (LEB128): seven bits a byte, the lowest first; all bytes but the last have the top bit set.
 *
 * <p>No reading method allocates; all may be called in any context.
 */
@NoStackProbe
public final class PackedNumbers {
    /** Bits of a number in each byte. */
    public static final int BITS = 7;
    private static final int MASK = (1 << BITS) - 1;
    private static final int MORE = 1 << BITS;

    private PackedNumbers() {}

    /** Returns the number at an address. */
    public static int value(Address at) {
        int value = 0;
        int shift = 0;
        byte each;
        do {
            each = at.loadByte();
            at = at.plus(1);
            value |= (each & MASK) << shift;
            shift += BITS;
        } while (each < 0);
        return value;
    }

    /** Returns the address behind the number at an address. */
    public static Address next(Address at) {
        while (at.loadByte() < 0) {
            at = at.plus(1);
        }
        return at.plus(1);
    }

    /** Returns a number whose sign went to its lowest bit, so that small negative ones are short too. */
    public static int signed(int value) {
        return value >>> 1 ^ -(value & 1);
    }

    /** Appends a number, seen as unsigned. */
    public static void append(ByteArrayOutputStream list, int value) {
        int left = value;
        for (; (left & ~MASK) != 0; left >>>= BITS) {
            list.write(left & MASK | MORE);
        }
        list.write(left);
    }

    /** Appends a number that {@link #signed} makes of what is read. */
    public static void appendSigned(ByteArrayOutputStream list, int value) {
        append(list, value << 1 ^ value >> Integer.SIZE - 1);
    }
}
