package org.bulkhead.isolate;

import java.util.Objects;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.vm.magic.Address;

/**
 * Memory of a device of which this isolate has exclusive use, named by its offset in the window; not cached, little-endian. An offset outside throws IndexOutOfBoundsException, and the page tables
 * check again. What was withdrawn throws InternalError when it is touched.
 */
public final class DeviceWindow {
    private final Address start;
    private final int length;
    private final WindowAccess access;

    DeviceWindow(HandleInfo handle, WindowAccess access) {
        start = Address.fromLong(handle.a());
        length = (int) handle.b();
        this.access = access;
    }

    /** {@return the number of bytes} */
    public int length() {
        return length;
    }

    private Address at(int offset, int bytes) {
        Objects.checkFromIndexSize(offset, bytes, length);
        return start.plus(offset);
    }

    /**
     * Reads the byte at {@code offset}, 0 to 255.
     *
     * @param offset where in the window, in bytes from its start
     * @return the byte
     */
    public int byteAt(int offset) {
        return access.loadByte(at(offset, Byte.BYTES));
    }

    /**
     * Reads the 16 bits at {@code offset}, 0 to 65535.
     *
     * @param offset where in the window, in bytes from its start
     * @return the 16 bits
     */
    public int shortAt(int offset) {
        return access.loadShort(at(offset, Short.BYTES));
    }

    /**
     * Reads the 32 bits at {@code offset}.
     *
     * @param offset where in the window, in bytes from its start
     * @return the 32 bits
     */
    public int intAt(int offset) {
        return access.loadInt(at(offset, Integer.BYTES));
    }

    /**
     * Writes the low byte of {@code value} at {@code offset}.
     *
     * @param offset where in the window, in bytes from its start
     * @param value of which the low 8 bits are written
     */
    public void putByte(int offset, int value) {
        access.storeByte(at(offset, Byte.BYTES), value);
    }

    /**
     * Writes the low 16 bits of {@code value} at {@code offset}.
     *
     * @param offset where in the window, in bytes from its start
     * @param value of which the low 16 bits are written
     */
    public void putShort(int offset, int value) {
        access.storeShort(at(offset, Short.BYTES), value);
    }

    /**
     * Writes {@code value} at {@code offset}.
     *
     * @param offset where in the window, in bytes from its start
     * @param value what to write
     */
    public void putInt(int offset, int value) {
        access.storeInt(at(offset, Integer.BYTES), value);
    }

    /**
     * Copies {@code bytes} bytes of {@code from}, from {@code start} on, to {@code offset}, in accesses of any width.
     *
     * @param offset where in the window, in bytes from its start
     * @param from the source
     * @param start index of the first byte in {@code from}
     * @param bytes how many, from 0 on
     */
    public void put(int offset, RawBuffer from, int start, int bytes) {
        access.copy(from.address(start, bytes), at(offset, bytes), bytes);
    }

    /**
     * Copies {@code bytes} bytes from {@code offset} on to {@code into} at {@code start}, in accesses of any width.
     *
     * @param offset where in the window, in bytes from its start
     * @param into the destination
     * @param start index in {@code into} of the first byte
     * @param bytes how many, from 0 on
     */
    public void get(int offset, RawBuffer into, int start, int bytes) {
        access.copy(at(offset, bytes), into.address(start, bytes), bytes);
    }

    /**
     * Reads as many times 16 bits, one after the other, as {@code into} has elements.
     *
     * @param offset where in the window, in bytes from its start
     * @param into the destination
     */
    public void getShorts(int offset, char[] into) {
        Address from = at(offset, Math.multiplyExact(into.length, Short.BYTES));
        for (int i = 0; i < into.length; i++) {
            into[i] = (char) access.loadShort(from.plus((long) i * Short.BYTES));
        }
    }

    /**
     * Copies {@code bytes} bytes from one place of the window to a lower one, as scrolling does; the two may overlap.
     *
     * @param from offset of the first byte to be copied
     * @param to offset to which it goes, at most {@code from}
     * @param bytes how many, from 0 on
     * @throws IllegalArgumentException if {@code to} is higher
     */
    public void moveDown(int from, int to, int bytes) {
        if (to > from) {
            throw new IllegalArgumentException("from " + from + " to " + to + " is not down: copy through a buffer");
        }
        access.copy(at(from, bytes), at(to, bytes), bytes);
    }

    /**
     * Writes the 16 bits of {@code value} to {@code count} places of that size from {@code offset} on.
     *
     * @param offset where in the window, in bytes from its start
     * @param value of which the low 16 bits are written, each time
     * @param count how many 16-bit places, from 0 on
     */
    public void fillShorts(int offset, int value, int count) {
        at(offset, Math.multiplyExact(count, Short.BYTES));
        for (int i = 0; i < count; i++) {
            putShort(offset + i * Short.BYTES, value);
        }
    }
}
