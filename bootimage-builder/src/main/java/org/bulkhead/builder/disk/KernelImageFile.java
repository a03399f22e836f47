package org.bulkhead.builder.disk;

import static org.bulkhead.builder.disk.DiskImage.SECTOR_SIZE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.vm.linker.Section;

/**
 * The file that the boot loader reads: a header of one sector, then the sections, each from a sector boundary on.
 *
 * <pre>
 *   0 "BLKHDIMG"   8 u32 number of sections   12 u32 bytes of the file
 *  16 per section: u32 address (virtual and physical), u32 offset in the file, u32 bytes in the file, u32 bytes in memory, u32 kind, u32 0
 * 504 u32 number of the image: a checksum (CRC-32) of the file without it   508 u32 0
 * </pre>
 * Behind the nucleus's data there is room in memory for what the nucleus remembers ({@link DumpLayout}).
 */
public final class KernelImageFile {
    /** What a section holds, and so how it is mapped; the number in the file is the ordinal plus 1. */
    public enum Kind { NUCLEUS_CODE, NUCLEUS_DATA, CODE, METADATA, DATA }

    /** A section of the file, and its bytes in memory, at least as many; the rest is zero. */
    public record Part(Kind kind, Section section, int memorySize) {
        /** Makes a section with nothing behind it. */
        public Part(Kind kind, Section section) {
            this(kind, section, section.size());
        }

        /**
         * Makes the section of the nucleus's data, with room for what the nucleus remembers.
         *
         * @throws UserProblem if the data leave none
         */
        public static Part nucleusData(Section section) {
            long room = DumpLayout.PLACE - section.address();
            if (section.size() > room) {
                throw UserProblem.failure("the nucleus's data have " + section.size() + " bytes, " + room + " are possible before what it remembers (DumpLayout.PLACE)");
            }
            return new Part(Kind.NUCLEUS_DATA, section, (int) room + DumpLayout.SIZE);
        }
    }

    /** Most sections that the header has room for. */
    public static final int LIMIT = 16;
    /** What the file begins with. */
    static final String MAGIC = "BLKHDIMG";

    private static final int COUNT = 8;
    private static final int ENTRIES = 16;
    private static final int ENTRY_SIZE = 24;
    private static final int NUMBER = 504;

    private KernelImageFile() {}

    /** Returns whether these bytes can be the beginning of such a file: a header with its magic. */
    static boolean begins(byte[] bytes) {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= SECTOR_SIZE && Arrays.equals(magic, Arrays.copyOf(bytes, magic.length));
    }

    /**
     * Returns the bytes of the file.
     *
     * @throws UserProblem if there are more than {@link #LIMIT} sections
     */
    public static byte[] of(List<Part> parts) {
        if (parts.size() > LIMIT) {
            throw UserProblem.failure("the kernel image has " + parts.size() + " sections; its header has room for " + LIMIT);
        }
        Section file = new Section(0);
        file.append(MAGIC.getBytes(StandardCharsets.US_ASCII));
        file.appendInt(parts.size());
        int size = file.appendInt(0);
        int offset = SECTOR_SIZE;
        for (Part part : parts) {
            Section section = part.section();
            file.appendInt(section.address());
            file.appendInt(offset);
            file.appendInt(section.size());
            file.appendInt(part.memorySize());
            file.appendInt(part.kind().ordinal() + 1);
            file.appendInt(0);
            offset += (section.size() + SECTOR_SIZE - 1) / SECTOR_SIZE * SECTOR_SIZE;
        }
        for (Part part : parts) {
            file.align(SECTOR_SIZE);
            file.append(part.section().toBytes());
        }
        file.align(SECTOR_SIZE);
        file.putInt(size, file.size());
        file.putInt(NUMBER, checksum(file.toBytes()));
        return file.toBytes();
    }

    /** Where bytes of the file belong in memory. */
    record Place(long address, long offset, long size) {}

    /** Returns the sections that a header lists; none of one that is no header. */
    static List<Place> places(ByteBuffer header) {
        List<Place> places = new ArrayList<>();
        int count = begins(header.array()) ? header.getInt(COUNT) : 0;
        for (int i = 0; i < Math.min(count, LIMIT); i++) {
            int at = ENTRIES + i * ENTRY_SIZE;
            places.add(new Place(Integer.toUnsignedLong(header.getInt(at)), Integer.toUnsignedLong(header.getInt(at + 4)), Integer.toUnsignedLong(header.getInt(at + 8))));
        }
        return places;
    }

    /** Returns the number of the image whose file begins with these bytes. */
    public static int number(byte[] header) {
        return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(NUMBER);
    }

    private static int checksum(byte[] file) {
        CRC32 sum = new CRC32();
        sum.update(file);
        return (int) sum.getValue();
    }
}
