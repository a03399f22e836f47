package org.bulkhead.vm.linker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing little-endian bytes that will lie at a fixed address. */
public final class Section {
    private static final int FIRST_SIZE = 1 << 16;

    private final int address;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    public Section(int address) {
        this.address = address;
    }

    /** Returns the address of the first byte. */
    public int address() {
        return address;
    }

    /** Returns the address behind the last byte. */
    public int end() {
        return address + size;
    }

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Returns {@code count} bytes from an address on; behind the end, zeros. */
    public byte[] toBytes(int from, int count) {
        byte[] copy = new byte[count];
        System.arraycopy(bytes, from - address, copy, 0, Math.min(count, size - (from - address)));
        return copy;
    }

    /** Pads with zeros to a multiple of {@code alignment}, a power of two, and returns the address reached. */
    public int align(int alignment) {
        reserve(-size & alignment - 1);
        return end();
    }

    /** Appends zeros and returns the address of the first. */
    public int reserve(int count) {
        int at = end();
        size += count;
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
        return at;
    }

    /** Appends bytes and returns the address of the first. */
    public int append(byte[] added) {
        int at = reserve(added.length);
        System.arraycopy(added, 0, bytes, at - address, added.length);
        return at;
    }

    /** Appends 32 bits and returns their address. */
    public int appendInt(int value) {
        int at = reserve(Integer.BYTES);
        putInt(at, value);
        return at;
    }

    /** Appends a 16-bit length and UTF-8 text; returns their address. */
    public int appendText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int at = append(new byte[] {(byte) utf8.length, (byte) (utf8.length >>> Byte.SIZE)});
        append(utf8);
        return at;
    }

    public void putByte(int at, int value) {
        bytes[at - address] = (byte) value;
    }

    public void putInt(int at, int value) {
        put(at, Integer.BYTES, value);
    }

    /** Stores the low {@code count} bytes of a value. */
    public void put(int at, int count, long value) {
        for (int i = 0; i < count; i++) {
            bytes[at - address + i] = (byte) (value >>> i * Byte.SIZE);
        }
    }

    public int getInt(int at) {
        int value = 0;
        for (int i = Integer.BYTES - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes[at - address + i] & 0xFF;
        }
        return value;
    }

    public void put(int at, byte[] stored) {
        System.arraycopy(stored, 0, bytes, at - address, stored.length);
    }
}
