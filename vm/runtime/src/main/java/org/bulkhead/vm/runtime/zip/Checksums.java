package org.bulkhead.vm.runtime.zip;

/** CRC-32 and Adler-32, as RFC 1952 and RFC 1950 define them, over sums that go on from step to step. */
public final class Checksums {
    static final byte[] NO_BYTES = {};

    private static final int CRC_POLYNOMIAL = 0xEDB8_8320;
    private static final int BYTE_VALUES = 256;
    private static final int[] CRC_TABLE = crcTable();
    /** The largest prime below 2 to the 16th. */
    private static final int ADLER_BASE = 65521;
    /** So many bytes cannot bring a sum beyond 32 bits. */
    private static final int ADLER_RUN = 5552;
    private static final int HALF = 16;
    private static final int HALF_MASK = 0xFFFF;

    private Checksums() {}

    private static int[] crcTable() {
        int[] table = new int[BYTE_VALUES];
        for (int i = 0; i < BYTE_VALUES; i++) {
            int value = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ CRC_POLYNOMIAL : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }

    /** The CRC-32 of what {@code crc} stands for, followed by one byte. */
    public static int crc32(int crc, byte next) {
        int state = ~crc;
        return ~(CRC_TABLE[(state ^ next) & 0xFF] ^ state >>> Byte.SIZE);
    }

    /** The CRC-32 of what {@code crc} stands for, followed by a part of an array. */
    public static int crc32(int crc, byte[] data, int offset, int length) {
        int[] table = CRC_TABLE;
        int state = ~crc;
        for (int i = offset, end = offset + length; i < end; i++) {
            state = table[(state ^ data[i]) & 0xFF] ^ state >>> Byte.SIZE;
        }
        return ~state;
    }

    /** The Adler-32 of what {@code adler} stands for, followed by a part of an array. */
    public static int adler32(int adler, byte[] data, int offset, int length) {
        int low = adler & HALF_MASK;
        int high = adler >>> HALF;
        for (int i = offset, end = offset + length; i < end;) {
            for (int stop = Math.min(end, i + ADLER_RUN); i < stop; i++) {
                low += data[i] & 0xFF;
                high += low;
            }
            low %= ADLER_BASE;
            high = Integer.remainderUnsigned(high, ADLER_BASE);
        }
        return high << HALF | low;
    }
}
