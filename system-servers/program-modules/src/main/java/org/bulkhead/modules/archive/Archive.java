package org.bulkhead.modules.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip archive: its entries by name, stored or deflated, found by the central directory at its end.
 *
 * <pre>
 * entries, each: header of 30 bytes, name, extra, data
 * central directory, for each entry: header of 46 bytes, name, extra, comment
 * end record: 22 bytes, comment
 * </pre>
 *
 * Not read are archives in several pieces, those of more than 4 GiB (Zip64), and encrypted entries. All of an archive's numbers are checked: a damaged one gives an {@link ArchiveException}.
 */
public final class Archive {
    // PKWARE, .ZIP File Format Specification, 4.3: signatures and offsets.
    private static final int END_SIGNATURE = 0x0605_4B50;
    private static final int END_SIZE = 22;
    private static final int END_DISK = 4;
    private static final int END_ENTRIES_HERE = 8;
    private static final int END_ENTRIES = 10;
    private static final int END_DIRECTORY_SIZE = 12;
    private static final int END_DIRECTORY_OFFSET = 16;
    private static final int END_COMMENT = 20;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY_SIGNATURE = 0x0201_4B50;
    private static final int ENTRY_SIZE = 46;
    private static final int ENTRY_FLAGS = 8;
    private static final int ENTRY_METHOD = 10;
    private static final int ENTRY_CRC = 16;
    private static final int ENTRY_PACKED = 20;
    private static final int ENTRY_LENGTH = 24;
    private static final int ENTRY_NAME = 28;
    private static final int ENTRY_EXTRA = 30;
    private static final int ENTRY_COMMENT = 32;
    private static final int ENTRY_OFFSET = 42;
    private static final int LOCAL_SIGNATURE = 0x0403_4B50;
    private static final int LOCAL_SIZE = 30;
    private static final int LOCAL_NAME = 26;
    private static final int LOCAL_EXTRA = 28;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SHORT_MASK = 0xFFFF;
    private static final long INT_MASK = 0xFFFF_FFFFL;

    /** Where an entry is. */
    private record Entry(int flags, int method, int crc, long packed, long length, long header) {}

    private final Content content;
    private final int longest;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Reads the directory of an archive.
     *
     * @param content all of its bytes
     * @param longest most bytes that an entry may have when it is unpacked
     * @throws ArchiveException if it is no archive, or a damaged one
     * @throws IOException if it cannot be read
     */
    public Archive(Content content, int longest) throws IOException {
        this.content = content;
        this.longest = longest;
        readDirectory();
    }

    private void readDirectory() throws IOException {
        byte[] tail = bytes(Math.max(0, content.size() - END_SIZE - LONGEST_COMMENT), (int) Math.min(content.size(), END_SIZE + LONGEST_COMMENT));
        int end = tail.length - END_SIZE;
        while (end >= 0 && (int32(tail, end) != END_SIGNATURE || end + END_SIZE + int16(tail, end + END_COMMENT) != tail.length)) {
            end--;
        }
        if (end < 0) {
            throw new ArchiveException("it has no zip end record: it is truncated, or no archive");
        }
        long endAt = content.size() - tail.length + end;
        int count = int16(tail, end + END_ENTRIES);
        long size = int32(tail, end + END_DIRECTORY_SIZE) & INT_MASK;
        long offset = int32(tail, end + END_DIRECTORY_OFFSET) & INT_MASK;
        if (int32(tail, end + END_DISK) != 0 || int16(tail, end + END_ENTRIES_HERE) != count || count == SHORT_MASK || offset == INT_MASK) {
            throw new ArchiveException("it is an archive in pieces, or one of more than 4 GiB or 65,534 entries (Zip64)");
        }
        if (offset + size > endAt || size > Integer.MAX_VALUE) {
            throw new ArchiveException("its directory of " + size + " bytes at " + offset + " lies outside of its " + content.size() + " bytes");
        }
        byte[] directory = bytes(offset, (int) size);
        int at = 0;
        for (int i = 0; i < count; i++) {
            at = readEntry(directory, at, i);
        }
    }

    /** Reads the directory's entry at {@code at}; returns where the next one begins. */
    private int readEntry(byte[] directory, int at, int number) throws ArchiveException {
        if (directory.length - at < ENTRY_SIZE || int32(directory, at) != ENTRY_SIGNATURE) {
            throw new ArchiveException("its directory is damaged at entry " + number);
        }
        int nameLength = int16(directory, at + ENTRY_NAME);
        int next = at + ENTRY_SIZE + nameLength + int16(directory, at + ENTRY_EXTRA) + int16(directory, at + ENTRY_COMMENT);
        if (next > directory.length) {
            throw new ArchiveException("its directory is damaged at entry " + number);
        }
        String name = new String(directory, at + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8);
        Entry entry = new Entry(int16(directory, at + ENTRY_FLAGS), int16(directory, at + ENTRY_METHOD), int32(directory, at + ENTRY_CRC), int32(directory, at + ENTRY_PACKED) & INT_MASK,
            int32(directory, at + ENTRY_LENGTH) & INT_MASK, int32(directory, at + ENTRY_OFFSET) & INT_MASK);
        if (entry.header + LOCAL_SIZE + entry.packed > content.size()) {
            throw new ArchiveException("its entry " + name + " lies outside of its " + content.size() + " bytes");
        }
        if (entries.put(name, entry) != null) {
            throw new ArchiveException("it has two entries " + name);
        }
        return next;
    }

    /** {@return the names of all entries, in the order of the directory} */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /**
     * {@return the unpacked content of an entry, or null if there is none}
     *
     * @param name of the entry
     * @throws ArchiveException if the entry is damaged, too long, or packed in a way that is not read here
     * @throws IOException if it cannot be read
     */
    public byte[] read(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        if (entry.length > longest) {
            throw new ArchiveException("its entry " + name + " has " + entry.length + " bytes, more than the " + longest + " that are allowed");
        }
        if ((entry.flags & ENCRYPTED) != 0) {
            throw new ArchiveException("its entry " + name + " is encrypted");
        }
        byte[] header = bytes(entry.header, LOCAL_SIZE);
        long data = entry.header + LOCAL_SIZE + int16(header, LOCAL_NAME) + int16(header, LOCAL_EXTRA);
        if (int32(header, 0) != LOCAL_SIGNATURE || data + entry.packed > content.size()) {
            throw new ArchiveException("its entry " + name + " has a damaged header");
        }
        byte[] packed = bytes(data, (int) Math.min(entry.packed, Integer.MAX_VALUE));
        byte[] unpacked = switch (entry.method) {
            case STORED -> packed;
            case DEFLATED -> inflate(packed, (int) entry.length, name);
            default -> throw new ArchiveException("its entry " + name + " is packed by method " + entry.method + "; stored and deflated ones can be read");
        };
        CRC32 check = new CRC32();
        check.update(unpacked, 0, unpacked.length);
        if (unpacked.length != entry.length || (int) check.getValue() != entry.crc) {
            throw new ArchiveException("its entry " + name + " is damaged: length or checksum are wrong");
        }
        return unpacked;
    }

    private static byte[] inflate(byte[] packed, int length, String name) throws ArchiveException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] unpacked = new byte[length];
            int done = 0;
            while (done < length) {
                int count = inflater.inflate(unpacked, done, length - done);
                if (count == 0) {
                    throw new ArchiveException("its entry " + name + " is damaged: it ends after " + done + " of " + length + " bytes");
                }
                done += count;
            }
            return unpacked;
        } catch (DataFormatException e) {
            throw new ArchiveException("its entry " + name + " is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private byte[] bytes(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        content.read(position, bytes, 0, length);
        return bytes;
    }

    private static int int16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << Byte.SIZE;
    }

    private static int int32(byte[] bytes, int at) {
        return int16(bytes, at) | int16(bytes, at + 2) << Short.SIZE;
    }
}
