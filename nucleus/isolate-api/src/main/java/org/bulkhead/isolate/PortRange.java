package org.bulkhead.isolate;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.PortGrant;

/** I/O ports of which this isolate has exclusive use, named by their offset in the range. An offset outside throws IndexOutOfBoundsException; the processor checks the port again. No method waits. */
public final class PortRange {
    private final int first;
    private final int count;
    private final PortAccess access;

    PortRange(PortGrant grant, PortAccess access) {
        this.first = grant.first();
        this.count = grant.count();
        this.access = access;
    }

    private int port(int offset) {
        return first + Objects.checkIndex(offset, count);
    }

    /**
     * Reads the byte port at {@code offset}, 0 to 255.
     *
     * @param offset of the port in the range, from 0 on
     * @return the byte
     */
    public int read(int offset) {
        return access.inByte(port(offset));
    }

    /**
     * Writes the low byte of {@code value} to the port at {@code offset}.
     *
     * @param offset of the port in the range, from 0 on
     * @param value of which the low 8 bits are written
     */
    public void write(int offset, int value) {
        access.outByte(port(offset), value);
    }

    /**
     * Reads the 32-bit port at {@code offset}.
     *
     * @param offset of the port in the range, from 0 on
     * @return the 32 bits
     */
    public int readInt(int offset) {
        return access.inInt(first + Objects.checkFromIndexSize(offset, Integer.BYTES, count));
    }

    /**
     * Writes the 32-bit port at {@code offset}.
     *
     * @param offset of the port in the range, from 0 on
     * @param value the 32 bits
     */
    public void writeInt(int offset, int value) {
        access.outInt(first + Objects.checkFromIndexSize(offset, Integer.BYTES, count), value);
    }

    /**
     * Reads {@code bytes} bytes, an even number, from the 16-bit port at {@code offset} to {@code into} from {@code start} on.
     *
     * @param offset of the port in the range, from 0 on
     * @param into where to
     * @param start index in {@code into} of the first byte
     * @param bytes how many, even, from 0 on
     * @throws IllegalArgumentException if {@code bytes} is odd
     */
    public void readBulk(int offset, RawBuffer into, int start, int bytes) {
        access.inShorts(port(offset), into.address(start, bytes), words(bytes));
    }

    /**
     * Reads {@code bytes} bytes, an even number, from the 16-bit port at {@code offset} to {@code into}, a buffer over raw memory, and moves its position behind them.
     *
     * @param offset of the port in the range, from 0 on
     * @param into where to
     * @param bytes how many, even, from 0 on
     * @throws IndexOutOfBoundsException if fewer remain in the buffer, or there is no such port
     * @throws IllegalArgumentException if the buffer is on the Java heap, or {@code bytes} is odd
     */
    public void readBulk(int offset, ByteBuffer into, int bytes) {
        Objects.checkFromIndexSize(0, bytes, into.remaining());
        access.inShorts(port(offset), RawMemory.addressOf(into), words(bytes));
        into.position(into.position() + bytes);
    }

    /**
     * Writes {@code bytes} bytes, an even number, of {@code from}, a buffer over raw memory, to the 16-bit port at {@code offset}, and moves its position behind them.
     *
     * @param offset of the port in the range, from 0 on
     * @param from where from
     * @param bytes how many, even, from 0 on
     * @throws IndexOutOfBoundsException if fewer remain in the buffer, or there is no such port
     * @throws IllegalArgumentException if the buffer is on the Java heap, or {@code bytes} is odd
     */
    public void writeBulk(int offset, ByteBuffer from, int bytes) {
        Objects.checkFromIndexSize(0, bytes, from.remaining());
        access.outShorts(port(offset), RawMemory.addressOf(from), words(bytes));
        from.position(from.position() + bytes);
    }

    /**
     * Writes {@code bytes} bytes, an even number, of {@code from} from {@code start} on to the 16-bit port at {@code offset}.
     *
     * @param offset of the port in the range, from 0 on
     * @param from where from
     * @param start index in {@code from} of the first byte
     * @param bytes how many, even, from 0 on
     * @throws IllegalArgumentException if {@code bytes} is odd
     */
    public void writeBulk(int offset, RawBuffer from, int start, int bytes) {
        access.outShorts(port(offset), from.address(start, bytes), words(bytes));
    }

    private static int words(int bytes) {
        if (bytes % Short.BYTES != 0) {
            throw new IllegalArgumentException(bytes + " bytes through a 16-bit port: an even number is needed");
        }
        return bytes / Short.BYTES;
    }
}
