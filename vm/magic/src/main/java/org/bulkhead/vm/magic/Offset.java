package org.bulkhead.vm.magic;

/**
 * A signed distance between two addresses, in bytes.
 */
@Unboxed
public final class Offset {
    private final long value;

    private Offset(long value) {
        this.value = value;
    }

    /** Returns the offset whose 64 bits are {@code value}. */
    @Intrinsic
    public static Offset fromLong(long value) {
        return new Offset(value);
    }

    /** Returns the 64 bits of this offset. */
    @Intrinsic
    public long toLong() {
        return value;
    }

    /** Returns the low 32 bits of this offset. */
    @Intrinsic
    public int toInt() {
        return (int) value;
    }

    /** Returns the distance 0. */
    @Intrinsic
    public static Offset zero() {
        return new Offset(0);
    }

    /** Returns this distance plus {@code bytes}. */
    @Intrinsic
    public Offset plus(long bytes) {
        return new Offset(value + bytes);
    }

    /** Returns whether this is the distance 0. */
    @Intrinsic
    public boolean isZero() {
        return value == 0;
    }

    /** Returns whether both are the same distance. */
    @Intrinsic
    public boolean sameAs(Offset other) {
        return value == other.value;
    }

    /** Returns whether this distance is less than {@code other}, as signed numbers. */
    @Intrinsic
    public boolean lessThan(Offset other) {
        return value < other.value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Offset that && that.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
