package org.bulkhead.modules.archive;

/** The numbers of a zip archive, little-endian. */
final class ZipNumbers {
    /** Bytes of the header before the data of an entry, without name and extra. */
    static final int LOCAL_HEADER = 30;

    private ZipNumbers() {}

    static int int16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << Byte.SIZE;
    }

    static int int32(byte[] bytes, int at) {
        return int16(bytes, at) | int16(bytes, at + 2) << Short.SIZE;
    }
}
