package org.bulkhead.volume;

import java.nio.ByteBuffer;

/**
 * A slot of a folder, 32 bytes at an offset of a sector: an entry, or a piece of the long name of the entry after it.
 *
 * <pre>
 * entry   0 name, 11 bytes   11 u8 attributes   12 u8 case   13 u8 mark   14 u16, u16 created   18 u16 used   20 u16 0   22 u16, u16 modified   26 u16 first cluster   28 u32 size
 * piece   0 u8 number, | 0x40 of the last    1 5 characters    11 u8 0x0F   12 u8 0    13 u8 checksum of the entry's name    14 6 characters    26 u16 0    28 2 characters
 * parked  13 u8 0xFE    14 u16 first cluster    16 u32 size    and no cluster and no size where an entry has them
 * first byte: 0 nothing here or behind it    0xE5 nothing here
 * </pre>
 * The pieces of a name stand before its entry, the last of them first. An entry is <em>parked</em> while what it stands for moves to another entry ({@link Renaming}): to others it is an empty file.
 */
final class Slot {
    static final int SIZE = 32;
    static final int PER_SECTOR = Blocks.SIZE / SIZE;

    static final int NOTHING_BEHIND = 0;
    static final int NOTHING = 0xE5;

    static final int NAME_SIZE = 11;
    static final int ATTRIBUTES = 11;
    static final int CASE = 12;
    static final int CHECKSUM = 13;
    static final int LABEL = 0x08;
    static final int FOLDER = 0x10;
    static final int FILE = 0x20;
    /** All that a piece of a name has, and no entry. */
    static final int PIECE = 0x0F;
    private static final int PIECE_MASK = 0x3F;

    private static final int MARK = 13;
    private static final int PARKED = 0xFE;
    private static final int PARKED_START = 14;
    private static final int PARKED_SIZE = 16;
    private static final int CREATED = 14;
    private static final int USED = 18;
    private static final int MODIFIED = 22;
    private static final int START = 26;
    private static final int LENGTH = 28;

    static final int CHARACTERS = 13;
    static final int LAST_PIECE = 0x40;
    /** Where the characters of a piece lie. */
    private static final int[] PLACES = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};
    private static final char FILLER = 0xFFFF;

    private Slot() {}

    static int first(ByteBuffer sector, int at) {
        return sector.get(at) & 0xFF;
    }

    static boolean isFree(ByteBuffer sector, int at) {
        return first(sector, at) == NOTHING || first(sector, at) == NOTHING_BEHIND;
    }

    static void free(ByteBuffer sector, int at) {
        sector.put(at, (byte) NOTHING);
    }

    static int attributes(ByteBuffer sector, int at) {
        return sector.get(at + ATTRIBUTES) & 0xFF;
    }

    static boolean isPiece(ByteBuffer sector, int at) {
        return (attributes(sector, at) & PIECE_MASK) == PIECE;
    }

    static int start(ByteBuffer sector, int at) {
        return sector.getChar(at + START);
    }

    static long size(ByteBuffer sector, int at) {
        return Integer.toUnsignedLong(sector.getInt(at + LENGTH));
    }

    static long modified(ByteBuffer sector, int at) {
        return FatTime.millis(sector.getInt(at + MODIFIED));
    }

    /** Changes what an entry stands for. */
    static void put(ByteBuffer sector, int at, int start, long size, int modified) {
        sector.putChar(at + START, (char) start).putInt(at + LENGTH, (int) size).putInt(at + MODIFIED, modified);
        sector.putChar(at + USED, (char) (modified >>> Short.SIZE));
    }

    /** Writes a whole entry over whatever is there. */
    static void putEntry(ByteBuffer sector, int at, byte[] name, int attributes, int start, long size, int modified) {
        sector.put(at, new byte[SIZE]).put(at, name).put(at + ATTRIBUTES, (byte) attributes);
        sector.putInt(at + CREATED, modified);
        put(sector, at, start, size, modified);
    }

    /** Writes the volume's name into its root folder. */
    static void putLabel(ByteBuffer sector, String label) {
        putEntry(sector, 0, FatFormat.ascii(label, NAME_SIZE), LABEL, 0, 0, FatTime.of(0));
    }

    static boolean isParked(ByteBuffer sector, int at) {
        return first(sector, at + MARK) == PARKED && start(sector, at) == 0 && size(sector, at) == 0;
    }

    static int parkedStart(ByteBuffer sector, int at) {
        return sector.getChar(at + PARKED_START);
    }

    static long parkedSize(ByteBuffer sector, int at) {
        return Integer.toUnsignedLong(sector.getInt(at + PARKED_SIZE));
    }

    static void park(ByteBuffer sector, int at) {
        sector.put(at + MARK, (byte) PARKED).putChar(at + PARKED_START, sector.getChar(at + START)).putInt(at + PARKED_SIZE, sector.getInt(at + LENGTH));
        sector.putChar(at + START, (char) 0).putInt(at + LENGTH, 0);
    }

    static void restore(ByteBuffer sector, int at) {
        int modified = sector.getInt(at + MODIFIED);
        put(sector, at, parkedStart(sector, at), parkedSize(sector, at), modified);
        sector.put(at + MARK, (byte) 0).putInt(at + CREATED, modified);
    }

    /** Returns the checksum of an entry's name, by which the pieces of its long name are known to belong to it. */
    static int checksum(byte[] name) {
        int sum = 0;
        for (byte each : name) {
            sum = ((sum & 1) << 7 | sum >> 1) + (each & 0xFF) & 0xFF;
        }
        return sum;
    }

    /** Writes a piece of a long name. */
    static void putPiece(ByteBuffer sector, int at, String name, int number, int checksum) {
        sector.put(at, new byte[SIZE]);
        boolean isLast = number * CHARACTERS >= name.length();
        sector.put(at, (byte) (number | (isLast ? LAST_PIECE : 0))).put(at + ATTRIBUTES, (byte) PIECE).put(at + CHECKSUM, (byte) checksum);
        for (int i = 0; i < CHARACTERS; i++) {
            int index = (number - 1) * CHARACTERS + i;
            sector.putChar(at + PLACES[i], index < name.length() ? name.charAt(index) : index == name.length() ? 0 : FILLER);
        }
    }

    static char character(ByteBuffer sector, int at, int index) {
        return sector.getChar(at + PLACES[index]);
    }
}
