package org.bulkhead.modules.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The central directory of a zip archive, for each entry: header of 46 bytes, name, extra, comment.
 *
 * <p>It stays the bytes that it is, with a hash table of the places of names: the class library has thousands of entries, of which a program asks for a hundred.
 */
final class CentralDirectory {
    // PKWARE, .ZIP File Format Specification, 4.3.12.
    private static final int SIGNATURE = 0x0201_4B50;
    private static final int HEADER = 46;
    private static final int FLAGS = 8;
    private static final int METHOD = 10;
    private static final int CRC = 16;
    private static final int PACKED = 20;
    private static final int LENGTH = 24;
    private static final int NAME = 28;
    private static final int EXTRA = 30;
    private static final int COMMENT = 32;
    private static final int OFFSET = 42;
    private static final long INT_MASK = 0xFFFF_FFFFL;

    /** Where an entry is. */
    record Entry(int flags, int method, int crc, long packed, long length, long header) {}

    private final byte[] bytes;
    /** Where each entry begins, in the order of the directory. */
    private final int[] places;
    /** The number of an entry, plus 1, from the place that the hash code of its name tells on; open addressing. Only names in ASCII, whose hash codes are those of their strings. */
    private final int[] slots;
    /** The numbers of entries with other names. */
    private final Map<String, Integer> otherNames = new HashMap<>();

    /**
     * Reads a directory.
     *
     * @param bytes are kept
     * @param count number of entries
     * @param end where what the entries describe must have ended
     * @throws ArchiveException if it is damaged, or has two entries of one name
     */
    CentralDirectory(byte[] bytes, int count, long end) throws ArchiveException {
        this.bytes = bytes;
        places = new int[count];
        slots = new int[Integer.highestOneBit(Math.max(1, count)) << 2];
        int at = 0;
        for (int i = 0; i < count; i++) {
            at = addEntry(at, i, end);
        }
    }

    /** Adds the entry at {@code at}; returns where the next one begins. */
    private int addEntry(int at, int number, long end) throws ArchiveException {
        if (bytes.length - at < HEADER || ZipNumbers.int32(bytes, at) != SIGNATURE) {
            throw new ArchiveException("its directory is damaged at entry " + number);
        }
        int next = at + HEADER + ZipNumbers.int16(bytes, at + NAME) + ZipNumbers.int16(bytes, at + EXTRA) + ZipNumbers.int16(bytes, at + COMMENT);
        if (next > bytes.length) {
            throw new ArchiveException("its directory is damaged at entry " + number);
        }
        places[number] = at;
        Entry entry = entry(number);
        if (entry.header + ZipNumbers.LOCAL_HEADER + entry.packed > end) {
            throw new ArchiveException("its entry " + name(number) + " lies outside of its " + end + " bytes");
        }
        if (!addName(number)) {
            throw new ArchiveException("it has two entries " + name(number));
        }
        return next;
    }

    /** Makes an entry known by its name; returns whether there was none of that name. */
    private boolean addName(int number) {
        int start = places[number] + HEADER;
        int end = start + nameLength(number);
        int hash = 0;
        int all = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
            all |= bytes[i];
        }
        if (all < 0) {
            return otherNames.putIfAbsent(name(number), number) == null;
        }
        int slot = hash & slots.length - 1;
        for (; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (sameName(slots[slot] - 1, number)) {
                return false;
            }
        }
        slots[slot] = number + 1;
        return true;
    }

    private int nameLength(int number) {
        return ZipNumbers.int16(bytes, places[number] + NAME);
    }

    private boolean sameName(int one, int other) {
        int length = nameLength(one);
        return length == nameLength(other) && Arrays.equals(bytes, places[one] + HEADER, places[one] + HEADER + length, bytes, places[other] + HEADER, places[other] + HEADER + length);
    }

    private boolean hasName(int number, String name) {
        if (nameLength(number) != name.length()) {
            return false;
        }
        int start = places[number] + HEADER;
        for (int i = 0; i < name.length(); i++) {
            if (bytes[start + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the entry of that name, or null} */
    Entry find(String name) {
        for (int slot = name.hashCode() & slots.length - 1; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (hasName(slots[slot] - 1, name)) {
                return entry(slots[slot] - 1);
            }
        }
        Integer other = otherNames.get(name);
        return other == null ? null : entry(other);
    }

    private Entry entry(int number) {
        int at = places[number];
        return new Entry(ZipNumbers.int16(bytes, at + FLAGS), ZipNumbers.int16(bytes, at + METHOD), ZipNumbers.int32(bytes, at + CRC), ZipNumbers.int32(bytes, at + PACKED) & INT_MASK,
            ZipNumbers.int32(bytes, at + LENGTH) & INT_MASK, ZipNumbers.int32(bytes, at + OFFSET) & INT_MASK);
    }

    private String name(int number) {
        return new String(bytes, places[number] + HEADER, nameLength(number), StandardCharsets.UTF_8);
    }

    /** {@return the names of all entries, in the order of the directory} */
    List<String> names() {
        List<String> names = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            names.add(name(i));
        }
        return names;
    }
}
