package org.bulkhead.servers.terminal;

import org.bulkhead.isolate.protocol.Input;

/** A bounded stream of bytes, numbered from 0 on, that keeps each until its reader has acknowledged it. */
final class NumberedBytes {
    private final byte[] kept;
    private long first;
    private int count;

    NumberedBytes(int capacity) {
        kept = new byte[capacity];
    }

    /** Returns the number of the next byte that is added. */
    long end() {
        return first + count;
    }

    int space() {
        return kept.length - count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Appends a byte, for which there must be room. */
    void add(byte value) {
        kept[(int) (end() % kept.length)] = value;
        count++;
    }

    /** Forgets all before number {@code next}; a number that has not been given yet acknowledges what there is. */
    void acknowledge(long next) {
        if (next > first) {
            long gone = Math.min(next - first, count);
            first += gone;
            count -= (int) gone;
        }
    }

    /** Returns the oldest bytes, at most {@code limit}. */
    Input oldest(int limit) {
        byte[] bytes = new byte[Math.min(count, limit)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = kept[(int) ((first + i) % kept.length)];
        }
        return new Input(first, bytes);
    }
}
