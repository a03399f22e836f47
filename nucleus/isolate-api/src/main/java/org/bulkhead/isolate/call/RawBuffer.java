package org.bulkhead.isolate.call;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.vm.magic.Address;

/**
 * A block of raw memory, little-endian, whose every access is checked against its length: what a program lends, and what a driver moves sectors through. What lies outside of it throws
 * IndexOutOfBoundsException. Values need not be aligned.
 */
public final class RawBuffer {
    private final Address start;
    private final int length;

    private RawBuffer(Address start, int length) {
        this.start = start;
        this.length = length;
    }

    /**
     * {@return a new zeroed buffer of {@code length} bytes; it can never be freed}
     *
     * @param length how many bytes, 0 or more
     * @throws OutOfMemoryError when the raw memory of the isolate is used up
     */
    public static RawBuffer allocate(int length) {
        return new RawBuffer(RawMemory.allocate(length), length);
    }

    /**
     * {@return memory that is kept for the next holder of the handle} It is zero when the machine starts, and has what a predecessor wrote, perhaps in the middle of something.
     *
     * @param handle granted with {@link org.bulkhead.nucleus.abi.GrantKind#KEPT_MEMORY}; the supervisor has its ledger at {@link Supervising#LEDGER}
     * @throws NucleusException BAD_HANDLE, STALE_HANDLE
     * @throws IllegalArgumentException if it names something else
     */
    public static RawBuffer kept(int handle) {
        HandleInfo info = Nucleus.handleInfo(handle);
        if (info.kind() != HandleKind.KEPT_MEMORY) {
            throw new IllegalArgumentException("handle " + handle + " names no kept memory but " + info.kind());
        }
        return new RawBuffer(Address.fromLong(info.a()), (int) info.b());
    }

    /**
     * {@return the first {@code bytes} bytes of this buffer as a buffer of their own, which shares its memory}
     *
     * @param bytes how many, 0 or more
     */
    public RawBuffer first(int bytes) {
        return new RawBuffer(address(0, bytes), bytes);
    }

    /** {@return the number of bytes} */
    public int length() {
        return length;
    }

    /**
     * {@return the address of byte {@code index}, from which on {@code bytes} bytes are in the buffer}
     *
     * @param index where, in bytes from the start
     * @param bytes how many, 0 or more
     */
    public Address address(int index, int bytes) {
        // Every access comes through here, so the library's check is called only to throw.
        if ((index | bytes) < 0 || index > length - bytes) {
            Objects.checkFromIndexSize(index, bytes, length);
        }
        return start.plus(index);
    }

    /**
     * {@return the unsigned byte at {@code index}}
     *
     * @param index where, in bytes from the start
     */
    public int byteAt(int index) {
        return address(index, 1).loadByte() & 0xFF;
    }

    /**
     * {@return the unsigned 16-bit value at {@code index}}
     *
     * @param index where, in bytes from the start
     */
    public int shortAt(int index) {
        return address(index, Short.BYTES).loadChar();
    }

    /**
     * {@return the 32-bit value at {@code index}}
     *
     * @param index where, in bytes from the start
     */
    public int intAt(int index) {
        return address(index, Integer.BYTES).loadInt();
    }

    /**
     * {@return the 64-bit value at {@code index}}
     *
     * @param index where, in bytes from the start
     */
    public long longAt(int index) {
        return address(index, Long.BYTES).loadLong();
    }

    /**
     * Stores the low byte of {@code value} at {@code index}.
     *
     * @param index where, in bytes from the start
     * @param value of which the low 8 bits are stored
     */
    public void putByte(int index, int value) {
        address(index, 1).storeByte((byte) value);
    }

    /**
     * Stores the low 16 bits of {@code value} at {@code index}.
     *
     * @param index where, in bytes from the start
     * @param value of which the low 16 bits are stored
     */
    public void putShort(int index, int value) {
        address(index, Short.BYTES).storeShort((short) value);
    }

    /**
     * Stores {@code value} at {@code index}.
     *
     * @param index where, in bytes from the start
     * @param value what to store
     */
    public void putInt(int index, int value) {
        address(index, Integer.BYTES).storeInt(value);
    }

    /**
     * Stores {@code value} at {@code index}.
     *
     * @param index where, in bytes from the start
     * @param value what to store
     */
    public void putLong(int index, long value) {
        address(index, Long.BYTES).storeLong(value);
    }

    /**
     * Copies {@code bytes} bytes from {@code index} on into an array.
     *
     * @param index where, in bytes from the start
     * @param into where to
     * @param offset index in {@code into} of the first byte
     * @param bytes how many, 0 or more
     */
    public void get(int index, byte[] into, int offset, int bytes) {
        Address from = address(index, bytes);
        Objects.checkFromIndexSize(offset, bytes, into.length);
        int i = 0;
        for (; i + Long.BYTES <= bytes; i += Long.BYTES) {
            long word = from.loadLong(i);
            int at = offset + i;
            into[at] = (byte) word;
            into[at + 1] = (byte) (word >>> 8);
            into[at + 2] = (byte) (word >>> 16);
            into[at + 3] = (byte) (word >>> 24);
            into[at + 4] = (byte) (word >>> 32);
            into[at + 5] = (byte) (word >>> 40);
            into[at + 6] = (byte) (word >>> 48);
            into[at + 7] = (byte) (word >>> 56);
        }
        for (; i < bytes; i++) {
            into[offset + i] = from.loadByte(i);
        }
    }

    /**
     * Copies {@code bytes} bytes of an array to {@code index}.
     *
     * @param index where, in bytes from the start
     * @param from where from
     * @param offset index in {@code from} of the first byte
     * @param bytes how many, 0 or more
     */
    public void put(int index, byte[] from, int offset, int bytes) {
        Address to = address(index, bytes);
        Objects.checkFromIndexSize(offset, bytes, from.length);
        for (int i = 0; i < bytes; i++) {
            to.storeByte(from[offset + i], i);
        }
    }

    /**
     * {@return the Latin-1 text of at most {@code limit} bytes at {@code index} that a zero byte ends earlier}
     *
     * @param index where, in bytes from the start
     * @param limit most bytes
     */
    public String text(int index, int limit) {
        int end = 0;
        while (end < limit && byteAt(index + end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end];
        get(index, bytes, 0, end);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * Stores {@code text} as Latin-1 in a field of {@code size} bytes at {@code index}, cut off or filled with zeroes.
     *
     * @param index where, in bytes from the start
     * @param text characters of Latin-1
     * @param size bytes of the field
     */
    public void putText(int index, String text, int size) {
        Address to = address(index, size);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < size; i++) {
            to.storeByte(i < bytes.length ? bytes[i] : 0, i);
        }
    }
}
