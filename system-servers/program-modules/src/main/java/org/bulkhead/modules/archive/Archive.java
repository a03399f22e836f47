package org.bulkhead.modules.archive;

import java.io.IOException;
import java.util.List;
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
    private static final int LOCAL_SIGNATURE = 0x0403_4B50;
    private static final int LOCAL_NAME = 26;
    private static final int LOCAL_EXTRA = 28;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SHORT_MASK = 0xFFFF;
    private static final long INT_MASK = 0xFFFF_FFFFL;

    private final Content content;
    private final int longest;
    private final CentralDirectory directory;

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
        directory = readDirectory();
    }

    private CentralDirectory readDirectory() throws IOException {
        byte[] tail = bytes(Math.max(0, content.size() - END_SIZE - LONGEST_COMMENT), (int) Math.min(content.size(), END_SIZE + LONGEST_COMMENT));
        int end = tail.length - END_SIZE;
        while (end >= 0 && (ZipNumbers.int32(tail, end) != END_SIGNATURE || end + END_SIZE + ZipNumbers.int16(tail, end + END_COMMENT) != tail.length)) {
            end--;
        }
        if (end < 0) {
            throw new ArchiveException("it has no zip end record: it is truncated, or no archive");
        }
        long endAt = content.size() - tail.length + end;
        int count = ZipNumbers.int16(tail, end + END_ENTRIES);
        long size = ZipNumbers.int32(tail, end + END_DIRECTORY_SIZE) & INT_MASK;
        long offset = ZipNumbers.int32(tail, end + END_DIRECTORY_OFFSET) & INT_MASK;
        if (ZipNumbers.int32(tail, end + END_DISK) != 0 || ZipNumbers.int16(tail, end + END_ENTRIES_HERE) != count || count == SHORT_MASK || offset == INT_MASK) {
            throw new ArchiveException("it is an archive in pieces, or one of more than 4 GiB or 65,534 entries (Zip64)");
        }
        if (offset + size > endAt || size > Integer.MAX_VALUE) {
            throw new ArchiveException("its directory of " + size + " bytes at " + offset + " lies outside of its " + content.size() + " bytes");
        }
        return new CentralDirectory(bytes(offset, (int) size), count, content.size());
    }

    /** {@return the names of all entries, in the order of the directory} */
    public List<String> names() {
        return directory.names();
    }

    /**
     * {@return whether there is an entry of that name}
     *
     * @param name of the entry
     */
    public boolean contains(String name) {
        return directory.find(name) != null;
    }

    /**
     * {@return the unpacked content of an entry, or null if there is none}
     *
     * @param name of the entry
     * @throws ArchiveException if the entry is damaged, too long, or packed in a way that is not read here
     * @throws IOException if it cannot be read
     */
    public byte[] read(String name) throws IOException {
        CentralDirectory.Entry entry = directory.find(name);
        if (entry == null) {
            return null;
        }
        if (entry.length() > longest) {
            throw new ArchiveException("its entry " + name + " has " + entry.length() + " bytes, more than the " + longest + " that are allowed");
        }
        if ((entry.flags() & ENCRYPTED) != 0) {
            throw new ArchiveException("its entry " + name + " is encrypted");
        }
        byte[] header = bytes(entry.header(), ZipNumbers.LOCAL_HEADER);
        long data = entry.header() + ZipNumbers.LOCAL_HEADER + ZipNumbers.int16(header, LOCAL_NAME) + ZipNumbers.int16(header, LOCAL_EXTRA);
        if (ZipNumbers.int32(header, 0) != LOCAL_SIGNATURE || data + entry.packed() > content.size()) {
            throw new ArchiveException("its entry " + name + " has a damaged header");
        }
        byte[] packed = bytes(data, (int) Math.min(entry.packed(), Integer.MAX_VALUE));
        byte[] unpacked = switch (entry.method()) {
            case STORED -> packed;
            case DEFLATED -> inflate(packed, (int) entry.length(), name);
            default -> throw new ArchiveException("its entry " + name + " is packed by method " + entry.method() + "; stored and deflated ones can be read");
        };
        CRC32 check = new CRC32();
        check.update(unpacked, 0, unpacked.length);
        if (unpacked.length != entry.length() || (int) check.getValue() != entry.crc()) {
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
}
