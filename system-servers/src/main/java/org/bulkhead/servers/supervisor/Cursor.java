package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.RawBuffer;

/** Writes and reads one value behind the other. */
final class Cursor {
    private final RawBuffer memory;
    /** Where the next value is. */
    int at;

    Cursor(RawBuffer memory) {
        this.memory = memory;
    }

    void putInt(int value) {
        memory.putInt(at, value);
        at += Integer.BYTES;
    }

    void putLong(long value) {
        memory.putLong(at, value);
        at += Long.BYTES;
    }

    /** Puts a text in a field of {@code size} bytes, cut off or filled with zeroes. */
    void putText(String text, int size) {
        memory.putText(at, text, size);
        at += size;
    }

    /** Puts bytes behind their number. */
    void putBytes(byte[] bytes) {
        putInt(bytes.length);
        memory.put(at, bytes, 0, bytes.length);
        at += bytes.length;
    }

    byte[] getBytes() {
        byte[] bytes = new byte[getInt()];
        memory.get(at, bytes, 0, bytes.length);
        at += bytes.length;
        return bytes;
    }

    int getInt() {
        at += Integer.BYTES;
        return memory.intAt(at - Integer.BYTES);
    }

    long getLong() {
        at += Long.BYTES;
        return memory.longAt(at - Long.BYTES);
    }

    String getText(int size) {
        at += size;
        return memory.text(at - size, size);
    }
}
