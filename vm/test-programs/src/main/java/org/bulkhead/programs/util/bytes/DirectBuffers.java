package org.bulkhead.programs.util.bytes;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ReadOnlyBufferException;
import org.bulkhead.programs.Out;

/** Byte buffers outside the heap: every type of value in both orders, unaligned, bulk transfers of every length, slices, views, and what is refused. */
public final class DirectBuffers {
    private static final int SIZE = 300;

    private DirectBuffers() {}

    public static void main(String[] args) {
        ByteBuffer b = ByteBuffer.allocateDirect(SIZE);
        Out.println(b.isDirect() + " " + b.hasArray() + " " + b.order() + " " + b);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            values(b.clear().order(order));
        }
        bulk(b.clear());
        views(b.clear());
        refusals(b.clear());
    }

    private static void values(ByteBuffer b) {
        b.put((byte) 1).putShort((short) -2).putChar('\u20ac').putInt(0x12345678).putLong(0x123456789ABCDEFL).putFloat(1.5f).putDouble(-2.25);
        b.flip();
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < b.limit(); i++) {
            hex.append(Integer.toHexString(b.get(i) & 0xFF)).append(' ');
        }
        Out.println(hex.toString());
        Out.println(b.get() + " " + b.getShort() + " " + b.getChar() + " " + b.getInt() + " " + b.getLong() + " " + b.getFloat() + " " + b.getDouble() + " " + b.hasRemaining());
        b.putInt(3, 77).putLong(5, -78).putShort(13, (short) 79).putChar(15, 'x').putFloat(17, 0.25f).putDouble(19, 1e100);
        Out.println(b.getInt(3) + " " + b.getLong(5) + " " + b.getShort(13) + " " + b.getChar(15) + " " + b.getFloat(17) + " " + b.getDouble(19) + " " + b.getLong(2));
    }

    private static void bulk(ByteBuffer b) {
        byte[] pattern = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            pattern[i] = (byte) (i * 7);
        }
        b.put(pattern).flip();
        long sum = 0;
        for (int length = 0; length < 100; length++) {
            byte[] part = new byte[length + 2];
            b.position(length).get(part, 1, length);
            ByteBuffer copy = ByteBuffer.allocateDirect(length + 3).position(2);
            copy.put(part, 1, length).position(2);
            sum = 31 * sum + copy.hashCode() + part[0] + part[length + 1];
        }
        Out.println(sum);
        byte[] got = new byte[10];
        b.get(20, got).put(40, got, 2, 5);
        b.put(60, b, 100, 50);
        b.rewind();
        ByteBuffer other = ByteBuffer.allocateDirect(SIZE).put(b).flip();
        Out.println(got[3] + " " + b.get(42) + " " + b.get(75) + " " + other.equals(b.rewind()) + " " + other.compareTo(b) + " " + other.mismatch(b));
        b.position(250).compact();
        Out.println(b + " " + b.get(0) + " " + b.get(49) + " " + b.get(50));
        ByteBuffer heap = ByteBuffer.allocate(16).put(b.position(5).limit(15)).flip();
        Out.println(heap.get(3) + " " + heap.remaining() + " " + ByteBuffer.allocateDirect(20).put(heap).position());
    }

    private static void views(ByteBuffer b) {
        ByteBuffer slice = b.position(10).slice().order(ByteOrder.LITTLE_ENDIAN);
        slice.putInt(0, 0x01020304);
        ByteBuffer inner = b.slice(9, 4);
        Out.println(b.get(10) + " " + slice.capacity() + " " + inner.get(1) + " " + inner.isDirect() + " " + slice.order() + " " + inner.order());
        ByteBuffer same = b.duplicate();
        b.get();
        Out.println(same.position() + " " + b.position());
        IntBuffer ints = slice.asIntBuffer();
        ints.put(1, 7).put(2, 8);
        LongBuffer longs = slice.duplicate().order(ByteOrder.BIG_ENDIAN).asLongBuffer();
        Out.println(ints.get(0) + " " + slice.getInt(4) + " " + slice.getInt(8) + " " + longs.get(0) + " " + longs.capacity() + " " + ints.isDirect());
        int[] many = new int[5];
        ints.get(many);
        Out.println(many[0] + many[1] + many[2] + " " + ints.position());
    }

    private static void refusals(ByteBuffer b) {
        try {
            b.limit(3).putInt(1);
        } catch (BufferOverflowException e) {
            Out.println("overflow " + b.position());
        }
        try {
            b.getLong();
        } catch (BufferUnderflowException e) {
            Out.println("underflow");
        }
        try {
            b.get(new byte[4]);
        } catch (BufferUnderflowException e) {
            Out.println("underflow");
        }
        try {
            b.asReadOnlyBuffer().put((byte) 1);
        } catch (ReadOnlyBufferException e) {
            Out.println("read only");
        }
        for (int index : new int[] {-1, 1, SIZE, Integer.MAX_VALUE}) {
            try {
                Out.println(b.getShort(index));
            } catch (IndexOutOfBoundsException e) {
                Out.println("index " + index);
            }
        }
        try {
            b.array();
        } catch (UnsupportedOperationException e) {
            Out.println("no array");
        }
        try {
            b.slice(2, 2);
        } catch (IndexOutOfBoundsException e) {
            Out.println("slice");
        }
    }
}
