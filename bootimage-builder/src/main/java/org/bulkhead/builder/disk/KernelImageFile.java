package org.bulkhead.builder.disk;

import static org.bulkhead.builder.disk.DiskImage.SECTOR_SIZE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.link.Section;

/**
 * The file that the boot loader reads: a header of one sector, then the sections, each from a sector boundary on.
 *
 * <pre>
 *   0 "BLKHDIMG"   8 u32 number of sections   12 u32 bytes of the file
 *  16 per section: u32 address (virtual and physical), u32 offset in the file, u32 bytes in the file, u32 bytes in memory, u32 kind, u32 0
 * </pre>
 */
public final class KernelImageFile {
    /** What a section holds, and so how it is mapped; the number in the file is the ordinal plus 1. */
    public enum Kind { NUCLEUS_CODE, NUCLEUS_DATA, CODE, METADATA, DATA }

    /** A section of the file. */
    public record Part(Kind kind, Section section) {}

    /** Most sections that the header has room for. */
    public static final int LIMIT = 16;
    /** What the file begins with. */
    static final String MAGIC = "BLKHDIMG";

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
            file.appendInt(section.size());
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
        return file.toBytes();
    }
}
