package org.bulkhead.programs.util.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bulkhead.programs.Out;

/** Views of byte buffers as other types, and buffers of other types. */
public final class BufferViews {
    public static void main(String[] args) {
        ByteBuffer b = ByteBuffer.allocate(40);
        IntBuffer ints = b.asIntBuffer();
        ints.put(new int[] {1, 2, 3}).put(0x0A0B0C0D);
        Out.println(b.get(15) + " " + b.getInt(4) + " " + ints.position() + " " + b.position());
        LongBuffer longs = b.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        Out.println(longs.get(0) + " " + longs.get(1) + " " + longs.capacity());
        b.position(16);
        b.asShortBuffer().put((short) -3).put((short) 500);
        b.asDoubleBuffer().put(1, 0.125);
        Out.println(b.getShort(16) + " " + b.getShort(18) + " " + b.getDouble(24) + " " + b.asFloatBuffer().get(0));
        CharBuffer chars = CharBuffer.wrap("character buffer");
        Out.println(chars.subSequence(3, 7) + " " + chars.length() + " " + chars.get(5) + " " + chars.position(10) + " " + chars.isReadOnly());
        CharBuffer own = CharBuffer.allocate(10).put("abc").append('d');
        Out.println(own.flip().toString() + " " + own.compareTo(CharBuffer.wrap("abcd")));
        IntBuffer plain = IntBuffer.wrap(new int[] {5, 6, 7});
        int sum = 0;
        while (plain.hasRemaining()) {
            sum = sum * 10 + plain.get();
        }
        Out.println(sum);
        ByteBuffer view = ByteBuffer.wrap(new byte[] {0, 65, 0, 66}).asReadOnlyBuffer();
        Out.println(view.asCharBuffer().toString() + view.isReadOnly() + view.hasArray());
        long hash = 0;
        ByteBuffer many = ByteBuffer.allocate(8000);
        for (int i = 0; many.remaining() >= 8; i++) {
            many.putLong(i * 0x9E3779B97F4A7C15L);
        }
        many.flip();
        while (many.hasRemaining()) {
            hash = hash * 31 + many.getInt();
        }
        Out.println(hash);
    }
}
