package org.bulkhead.drivers.uart;

/** A bounded first-in first-out buffer of bytes. */
final class ByteRing {
    private final byte[] bytes;
    private int first;
    private int count;

    /** Makes an empty ring for {@code capacity} bytes. */
    ByteRing(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return count;
    }

    int space() {
        return bytes.length - count;
    }

    /** Appends a byte; returns false and drops it if the ring is full. */
    boolean add(int value) {
        if (count == bytes.length) {
            return false;
        }
        bytes[(first + count++) % bytes.length] = (byte) value;
        return true;
    }

    /** Returns byte {@code index}, counted from the oldest, 0 to 255. */
    int peek(int index) {
        return bytes[(first + index) % bytes.length] & 0xFF;
    }

    /** Drops the {@code number} oldest bytes, which must be there. */
    void remove(int number) {
        first = (first + number) % bytes.length;
        count -= number;
    }
}
