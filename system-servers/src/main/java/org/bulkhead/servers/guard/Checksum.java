package org.bulkhead.servers.guard;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.bulkhead.isolate.call.RawMemory;

/** The checksum of a block: CRC32C over its number, as 8 bytes with the lowest first, and its data. So the right data at the wrong place have a wrong checksum. */
final class Checksum {
    /** In the place of a checksum: the block was never written. */
    static final int NONE = 0;
    /** In the place of a checksum: what the block's is to be was lost. */
    static final int LOST = -1;

    /** What sums that would look like one of these become. */
    private static final int IN_PLACE_OF_NONE = 1;
    private static final int IN_PLACE_OF_LOST = 2;

    private final CRC32C sum = new CRC32C();
    private final ByteBuffer number = RawMemory.allocateBuffer(Long.BYTES);

    /** Returns the checksum of block {@code block} with the {@code length} bytes of {@code from} at {@code at}; never {@link #NONE} or {@link #LOST}. */
    int of(long block, ByteBuffer from, int at, int length) {
        sum.reset();
        sum.update(number.clear().putLong(0, block));
        sum.update(from.limit(at + length).position(at));
        from.clear();
        int value = (int) sum.getValue();
        return switch (value) {
            case NONE -> IN_PLACE_OF_NONE;
            case LOST -> IN_PLACE_OF_LOST;
            default -> value;
        };
    }
}
