package org.bulkhead.servers.datastore;

/** The checksum CRC-32 of ISO 3309, as in Ethernet, zip and PNG. {@code java.util.zip.CRC32} is native code, which an image has not. */
final class Checksum {
    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int VALUES = 256;
    private static final int[] TABLE = table();

    private int rest = -1;

    private static int[] table() {
        int[] table = new int[VALUES];
        for (int i = 0; i < VALUES; i++) {
            int sum = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = (sum & 1) == 0 ? sum >>> 1 : sum >>> 1 ^ POLYNOMIAL;
            }
            table[i] = sum;
        }
        return table;
    }

    /** Continues with the first {@code length} bytes of an array. */
    Checksum add(byte[] bytes, int length) {
        int sum = rest;
        for (int i = 0; i < length; i++) {
            sum = TABLE[(sum ^ bytes[i]) & VALUES - 1] ^ sum >>> Byte.SIZE;
        }
        rest = sum;
        return this;
    }

    /** Returns the checksum of all bytes so far. */
    int value() {
        return ~rest;
    }
}
