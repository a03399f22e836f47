package org.bulkhead.programs.bench;

/** CRC-32 by a table of one's own over a byte array: loads, shifts and exclusive or in a tight chain. */
public final class Crc32Kernel {
    private static final int ROUNDS = 500;
    private static final int BYTES = 65_536;
    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int[] TABLE = table();

    private Crc32Kernel() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("Crc32Kernel", args, ROUNDS, Crc32Kernel::run);
    }

    /** Computes the CRC-32 of {@code n} times 64 KiB and returns it, as a value below 2<sup>32</sup>. */
    public static long run(int n) {
        byte[] data = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            data[i] = (byte) (i * 31 + (i >> 8));
        }
        int crc = -1;
        for (int round = 0; round < n; round++) {
            for (byte b : data) {
                crc = TABLE[(crc ^ b) & 0xFF] ^ crc >>> 8;
            }
        }
        return ~crc & 0xFFFFFFFFL;
    }

    private static int[] table() {
        int[] result = new int[256];
        for (int i = 0; i < result.length; i++) {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) != 0 ? POLYNOMIAL ^ c >>> 1 : c >>> 1;
            }
            result[i] = c;
        }
        return result;
    }
}
