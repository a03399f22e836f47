package org.bulkhead.builder.hosted;

import java.nio.ByteBuffer;
import java.util.Random;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.Offset;
import org.bulkhead.vm.magic.RawBuffers;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.magic.Word;

/**
 * Does the same with machine words over simulated memory on HotSpot ({@code main("simulated")}) and over its own heap as native code ({@code main()}), and prints what it saw.
 * Addresses themselves differ, so only distances and contents are printed.
 */
final class MagicProgram {
    private static final int SIZE = 4096;
    private static final long SIMULATED_START = 0x4000_1000;

    private MagicProgram() {}

    public static void main(String[] arguments) {
        byte[] room = new byte[2 * SIZE];
        Address start;
        if (arguments.length > 0) {
            start = Address.fromLong(SIMULATED_START);
            new SimulatedMemory().map(SIMULATED_START, SIZE).use();
        } else {
            // Nothing is allocated while the words below are in use, so the array stays where it is.
            start = Magic.addressOf(room).plus(SIZE / 2).and(-16L);
        }
        memory(start);
        words();
        System.out.println(room.length);
        buffers(arguments.length > 0 ? Address.fromLong(SIMULATED_START) : RawBuffers.addressOf(ByteBuffer.allocateDirect(SIZE)));
    }

    private static void memory(Address start) {
        Random random = new Random(7);
        long[] seen = new long[64];
        for (int i = 0; i < seen.length; i++) {
            int offset = random.nextInt(SIZE / 4);
            long value = random.nextLong();
            Address at = start.plus(offset);
            seen[i] = one(i % 12, at, start, offset, value);
        }
        Magic.copy(start.plus(8), start, 512);
        long sum = 0;
        for (int i = 0; i < SIZE / 4; i++) {
            sum = 31 * sum + start.plus(i).loadByte();
        }
        Magic.clear(start.plus(64), 128);
        long rest = 0;
        for (int i = 0; i < 256; i += 2) {
            rest = 31 * rest + start.loadChar(i);
        }
        for (long each : seen) {
            System.out.println(each);
        }
        System.out.println(sum + " " + rest);
    }

    private static void buffers(Address start) {
        ByteBuffer buffer = RawBuffers.at(start, SIZE / 2);
        Random random = new Random(8);
        byte[] bytes = new byte[100];
        for (int i = 0; i < 100; i++) {
            int offset = random.nextInt(SIZE / 4);
            random.nextBytes(bytes);
            buffer.position(offset).put(bytes);
            System.out.println(buffer.getLong(offset + 3) + " " + start.loadLong(offset + 3) + " " + buffer.position() + " " + buffer.remaining());
            start.storeInt(i, offset);
            System.out.println(buffer.getInt(offset) + " " + buffer.order() + " " + RawBuffers.addressOf(buffer.slice(offset, 5)).distanceFrom(start).toLong());
        }
        System.out.println(RawBuffers.addressOf(ByteBuffer.allocate(5)).isZero() + " " + RawBuffers.at(start, 0).remaining());
    }

    private static long one(int which, Address at, Address start, int offset, long value) {
        switch (which) {
            case 0: at.storeByte((byte) value); return at.loadByte();
            case 1: at.storeShort((short) value); return start.loadShort(offset);
            case 2: start.storeChar((char) value, offset); return at.loadChar();
            case 3: at.storeInt((int) value); return start.loadInt(offset);
            case 4: start.storeLong(value, offset); return at.loadLong();
            case 5: at.storeFloat((float) value); return Float.floatToRawIntBits(start.loadFloat(offset));
            case 6: start.storeDouble(value, offset); return Double.doubleToRawLongBits(at.loadDouble());
            case 7: at.storeAddress(Address.fromLong(value), 0); return start.loadAddress(offset).toLong();
            case 8: at.storeReference(Address.fromLong(value), 0); return start.loadReference(offset).toLong();
            case 9: return (start.compareAndSetInt(start.loadInt(offset), (int) value, offset) ? 1 : 0) + ((long) at.loadInt() << 1);
            case 10: return (at.compareAndSetLong(value, ~value, 0) ? 1 : 0) + at.loadLong();
            default: return at.distanceFrom(start).plus(3).toLong() + (at.below(start) ? 1 : 0) + (at.atLeast(start) ? 2 : 0) + (at.sameAs(start.plus(offset)) ? 4 : 0);
        }
    }

    private static void words() {
        long[] values = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xFFFF_FFFFL, 0x1234_5678_9ABC_DEF0L};
        for (long a : values) {
            for (long b : values) {
                Word x = Word.fromLong(a);
                Word y = Word.fromLong(b);
                System.out.println(x.plus(y).xor(x.minus(y)).toLong() + " " + x.and(y).or(x.not()).toLong() + " " + x.below(y) + " " + x.sameAs(y)
                    + " " + x.shiftLeft((int) (b & 63)).toLong() + " " + x.shiftRight((int) (b & 63)).toLong() + " " + x.isZero() + " " + y.toInt());
                Address p = Address.fromLong(a);
                Offset d = Offset.fromLong(b);
                System.out.println(p.plus(d).minus(a).toLong() + " " + p.below(Address.fromLong(b)) + " " + Address.fromInt((int) a).toLong() + " " + p.isZero()
                    + " " + d.lessThan(Offset.fromLong(a)) + " " + d.plus(a).sameAs(Offset.fromLong(a + b)) + " " + d.isZero());
            }
        }
    }
}
