package org.bulkhead.servers.postmortem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.bulkhead.nucleus.abi.DeathRecord;

/**
 * A death record as lines of text that a terminal or a log can carry, for {@code bulkhead postmortem} to read: 32 lines {@code record NUMBER OFFSET HEX}, of 32 bytes each with the offset in
 * hexadecimal, and a last one {@code record NUMBER sum HEX} with a checksum.
 */
public final class RecordLines {
    /** What such a line begins with. */
    public static final String WORD = "record";
    /** What stands in the place of the offset in the last line. */
    public static final String SUM = "sum";
    /** Bytes of a line. */
    public static final int PIECE = 32;
    /** Number of lines of a record, the last included. */
    public static final int COUNT = DeathRecord.SIZE / PIECE + 1;

    private static final HexFormat HEX = HexFormat.of();
    private static final int FACTOR = 31;

    private RecordLines() {}

    /**
     * {@return a line of a record}
     *
     * @param number of the death
     * @param record its bytes
     * @param line 0 to {@link #COUNT} - 1
     */
    public static String line(long number, byte[] record, int line) {
        String begin = WORD + ' ' + number + ' ';
        if (line == COUNT - 1) {
            return begin + SUM + ' ' + HEX.toHexDigits(sum(0, ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN)));
        }
        int offset = line * PIECE;
        return begin + HEX.toHexDigits((short) offset) + ' ' + HEX.formatHex(record, offset, offset + PIECE);
    }

    /**
     * {@return the checksum of bytes: from a start on, 31 times it plus the next 64 bits}
     *
     * @param start what it begins with
     * @param bytes from position to limit, a multiple of 8; not moved
     */
    public static long sum(long start, ByteBuffer bytes) {
        long sum = start;
        for (int i = bytes.position(); i < bytes.limit(); i += Long.BYTES) {
            sum = FACTOR * sum + bytes.getLong(i);
        }
        return sum;
    }
}
