package org.bulkhead.drivers.buffer;

/** A bounded first-in first-out buffer of bytes. */
public final class ByteRing {
    private final byte[] bytes;
    private int first;
    private int count;

    /** Makes an empty ring for {@code capacity} bytes. */
    public ByteRing(int capacity) {
        bytes = new byte[capacity];
    }

    public int size() {
        return count;
    }

    public int space() {
        return bytes.length - count;
    }

    /** Appends a byte; returns false and drops it if the ring is full. */
    public boolean add(int value) {
        if (count == bytes.length) {
            return false;
        }
        bytes[(first + count++) % bytes.length] = (byte) value;
        return true;
    }

    /** Returns byte {@code index}, counted from the oldest, 0 to 255. */
    public int peek(int index) {
        return bytes[(first + index) % bytes.length] & 0xFF;
    }

    /** Returns the oldest bytes, at most {@code limit}, and leaves them where they are. */
    public byte[] oldest(int limit) {
        byte[] copy = new byte[Math.min(count, limit)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = bytes[(first + i) % bytes.length];
        }
        return copy;
    }

    /** Drops the {@code number} oldest bytes, which must be there. */
    public void remove(int number) {
        first = (first + number) % bytes.length;
        count -= number;
    }
}
