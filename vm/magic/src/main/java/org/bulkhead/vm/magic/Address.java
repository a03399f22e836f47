package org.bulkhead.vm.magic;

/**
 * A 64-bit memory address, compared as an unsigned number. On HotSpot it points into the current {@link SimulatedMemory}.
 */
@Unboxed
public final class Address {
    private final long value;

    private Address(long value) {
        this.value = value;
    }

    /** Returns the address whose 64 bits are {@code value}. */
    @Intrinsic
    public static Address fromLong(long value) {
        return new Address(value);
    }

    /** Returns the 64 bits of this address. */
    @Intrinsic
    public long toLong() {
        return value;
    }

    /** Returns the low 32 bits of this address. */
    @Intrinsic
    public int toInt() {
        return (int) value;
    }

    /** Returns the address 0. */
    @Intrinsic
    public static Address zero() {
        return new Address(0);
    }

    /** Returns the address below 4 GiB whose low 32 bits are {@code value}, zero-extended. */
    @Intrinsic
    public static Address fromInt(int value) {
        return new Address(value & 0xFFFF_FFFFL);
    }

    /** Returns this address moved up by {@code bytes}, which may be negative. */
    @Intrinsic
    public Address plus(long bytes) {
        return new Address(value + bytes);
    }

    /** Returns this address moved up by {@code distance}. */
    @Intrinsic
    public Address plus(Offset distance) {
        return new Address(value + distance.toLong());
    }

    /** Returns this address moved down by {@code bytes}. */
    @Intrinsic
    public Address minus(long bytes) {
        return new Address(value - bytes);
    }

    /** Returns the distance from {@code start} to this address, in bytes. */
    @Intrinsic
    public Offset distanceFrom(Address start) {
        return Offset.fromLong(value - start.value);
    }

    /** Returns whether this is the address 0. */
    @Intrinsic
    public boolean isZero() {
        return value == 0;
    }

    /** Returns whether both are the same address. */
    @Intrinsic
    public boolean sameAs(Address other) {
        return value == other.value;
    }

    /** Returns whether this address lies below {@code other}, as unsigned numbers. */
    @Intrinsic
    public boolean below(Address other) {
        return Long.compareUnsigned(value, other.value) < 0;
    }

    /** Returns whether this address lies at or above {@code other}, as unsigned numbers. */
    @Intrinsic
    public boolean atLeast(Address other) {
        return Long.compareUnsigned(value, other.value) >= 0;
    }

    /** Returns the bits of this address that are also in {@code mask}. */
    @Intrinsic
    public Address and(long mask) {
        return new Address(value & mask);
    }

    /** Returns the signed byte at this address. */
    @Intrinsic
    public byte loadByte() {
        return loadByte(0);
    }

    /** Returns the signed byte at this address plus {@code offset} bytes. */
    @Intrinsic
    public byte loadByte(int offset) {
        return SimulatedMemory.current().getByte(value + offset);
    }

    /** Stores the signed byte at this address. */
    @Intrinsic
    public void storeByte(byte stored) {
        storeByte(stored, 0);
    }

    /** Stores the signed byte at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeByte(byte stored, int offset) {
        SimulatedMemory.current().put(value + offset, 1, stored);
    }

    /** Returns the signed 16-bit value at this address. */
    @Intrinsic
    public short loadShort() {
        return loadShort(0);
    }

    /** Returns the signed 16-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public short loadShort(int offset) {
        return (short) SimulatedMemory.current().get(value + offset, 2);
    }

    /** Stores the signed 16-bit value at this address. */
    @Intrinsic
    public void storeShort(short stored) {
        storeShort(stored, 0);
    }

    /** Stores the signed 16-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeShort(short stored, int offset) {
        SimulatedMemory.current().put(value + offset, 2, stored);
    }

    /** Returns the unsigned 16-bit value at this address. */
    @Intrinsic
    public char loadChar() {
        return loadChar(0);
    }

    /** Returns the unsigned 16-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public char loadChar(int offset) {
        return (char) SimulatedMemory.current().get(value + offset, 2);
    }

    /** Stores the unsigned 16-bit value at this address. */
    @Intrinsic
    public void storeChar(char stored) {
        storeChar(stored, 0);
    }

    /** Stores the unsigned 16-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeChar(char stored, int offset) {
        SimulatedMemory.current().put(value + offset, 2, stored);
    }

    /** Returns the 32-bit value at this address. */
    @Intrinsic
    public int loadInt() {
        return loadInt(0);
    }

    /** Returns the 32-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public int loadInt(int offset) {
        return (int) SimulatedMemory.current().get(value + offset, 4);
    }

    /** Stores the 32-bit value at this address. */
    @Intrinsic
    public void storeInt(int stored) {
        storeInt(stored, 0);
    }

    /** Stores the 32-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeInt(int stored, int offset) {
        SimulatedMemory.current().put(value + offset, 4, stored);
    }

    /** Returns the 64-bit value at this address. */
    @Intrinsic
    public long loadLong() {
        return loadLong(0);
    }

    /** Returns the 64-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public long loadLong(int offset) {
        return SimulatedMemory.current().get(value + offset, 8);
    }

    /** Stores the 64-bit value at this address. */
    @Intrinsic
    public void storeLong(long stored) {
        storeLong(stored, 0);
    }

    /** Stores the 64-bit value at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeLong(long stored, int offset) {
        SimulatedMemory.current().put(value + offset, 8, stored);
    }

    /** Returns the float at this address. */
    @Intrinsic
    public float loadFloat() {
        return loadFloat(0);
    }

    /** Returns the float at this address plus {@code offset} bytes. */
    @Intrinsic
    public float loadFloat(int offset) {
        return Float.intBitsToFloat(loadInt(offset));
    }

    /** Stores the float at this address. */
    @Intrinsic
    public void storeFloat(float stored) {
        storeFloat(stored, 0);
    }

    /** Stores the float at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeFloat(float stored, int offset) {
        storeInt(Float.floatToRawIntBits(stored), offset);
    }

    /** Returns the double at this address. */
    @Intrinsic
    public double loadDouble() {
        return loadDouble(0);
    }

    /** Returns the double at this address plus {@code offset} bytes. */
    @Intrinsic
    public double loadDouble(int offset) {
        return Double.longBitsToDouble(loadLong(offset));
    }

    /** Stores the double at this address. */
    @Intrinsic
    public void storeDouble(double stored) {
        storeDouble(stored, 0);
    }

    /** Stores the double at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeDouble(double stored, int offset) {
        storeLong(Double.doubleToRawLongBits(stored), offset);
    }

    /** Returns the 64-bit address stored at this address plus {@code offset} bytes. */
    @Intrinsic
    public Address loadAddress(int offset) {
        return new Address(loadLong(offset));
    }

    /** Stores a 64-bit address at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeAddress(Address stored, int offset) {
        storeLong(stored.value, offset);
    }

    /** Returns the address below 4 GiB stored as 32 bits (an object reference, a hub) at this address plus {@code offset} bytes. */
    @Intrinsic
    public Address loadReference(int offset) {
        return fromInt(loadInt(offset));
    }

    /** Stores the low 32 bits of {@code stored} (an object reference, a hub) at this address plus {@code offset} bytes. */
    @Intrinsic
    public void storeReference(Address stored, int offset) {
        storeInt((int) stored.value, offset);
    }

    /** Atomically replaces the 32 bits at this address plus {@code offset} by {@code replacement} if they are {@code expected}; returns whether it did. */
    @Intrinsic
    public boolean compareAndSetInt(int expected, int replacement, int offset) {
        if (loadInt(offset) != expected) {
            return false;
        }
        storeInt(replacement, offset);
        return true;
    }

    /** Atomically replaces the 64 bits at this address plus {@code offset} by {@code replacement} if they are {@code expected}; returns whether it did. */
    @Intrinsic
    public boolean compareAndSetLong(long expected, long replacement, int offset) {
        if (loadLong(offset) != expected) {
            return false;
        }
        storeLong(replacement, offset);
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && that.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
