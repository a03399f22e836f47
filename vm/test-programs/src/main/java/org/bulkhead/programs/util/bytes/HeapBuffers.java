package org.bulkhead.programs.util.bytes;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import org.bulkhead.programs.Out;

/** Heap byte buffers: positions, byte orders, every type of value, slices. */
public final class HeapBuffers {
    public static void main(String[] args) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            ByteBuffer b = ByteBuffer.allocate(64).order(order);
            b.put((byte) 1).putShort((short) -2).putChar('\u20ac').putInt(0x12345678).putLong(0x123456789ABCDEFL).putFloat(1.5f).putDouble(-2.25);
            Out.println(b.toString());
            b.flip();
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < b.limit(); i++) {
                hex.append(Integer.toHexString(b.get(i) & 0xFF)).append(' ');
            }
            Out.println(hex.toString());
            Out.println(b.get() + " " + b.getShort() + " " + b.getChar() + " " + b.getInt() + " " + b.getLong() + " " + b.getFloat() + " " + b.getDouble() + " " + b.hasRemaining());
            b.putInt(3, 77).order(ByteOrder.BIG_ENDIAN);
            Out.println(b.getInt(3) + " " + b.getLong(1));
        }
        ByteBuffer b = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 4);
        Out.println(b.position() + " " + b.limit() + " " + b.remaining());
        ByteBuffer slice = b.slice();
        slice.put(0, (byte) 99);
        Out.println(b.get(2) + " " + slice.capacity() + " " + slice.arrayOffset());
        b.mark();
        b.get();
        b.get();
        b.reset();
        ByteBuffer copy = b.duplicate();
        copy.position(5);
        b.compact();
        Out.println(b.position() + " " + b.get(0) + " " + copy.get());
        b.clear();
        byte[] out = new byte[3];
        b.get(out).rewind();
        Out.println(out[0] + out[2] + " " + b.equals(ByteBuffer.wrap(b.array().clone())) + " " + b.hashCode() + " " + b.compareTo(slice) + " " + b.mismatch(b.duplicate()));
        try {
            ByteBuffer.allocate(2).putInt(1);
        } catch (BufferOverflowException e) {
            Out.println("overflow");
        }
        try {
            ByteBuffer.allocate(2).getLong();
        } catch (BufferUnderflowException e) {
            Out.println("underflow");
        }
        try {
            b.asReadOnlyBuffer().put((byte) 1);
        } catch (ReadOnlyBufferException e) {
            Out.println("read only");
        }
        try {
            b.getInt(6);
        } catch (IndexOutOfBoundsException e) {
            Out.println("index");
        }
        try {
            b.position(100);
        } catch (IllegalArgumentException e) {
            Out.println(e.getMessage());
        }
    }
}
