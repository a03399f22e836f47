package org.bulkhead.builder.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The kernel image: what the second stage brings into memory, and where to.
 *
 * <pre>
 * 0  u8[8] "BLKHDIMG"   8 u32 number of sections, 1..16   12 u32 bytes of the whole file
 * 16 per section: u32 address   u32 offset in this file, a multiple of 512   u32 bytes in the file   u32 bytes in memory   u32 kind   u32 0
 * 512 the sections' bytes
 * </pre>
 */
public final class KernelImage {
    /** First eight bytes. */
    public static final String MAGIC = "BLKHDIMG";

    private static final int HEADER_SIZE = 512;
    private static final int SECTION_COUNT = 8;
    private static final int TOTAL_BYTES = 12;
    private static final int SECTION_TABLE = 16;
    private static final int ENTRY_SIZE = 24;
    private static final int SECTION_LIMIT = 16;
    private static final int ALIGNMENT = 512;

    private KernelImage() {}

    /** What a section holds, and with it who may do what there. */
    public enum Kind {
        /** Ring 0: read and execute. */
        NUCLEUS_CODE(1),
        /** Ring 0: read and write. */
        NUCLEUS_DATA(2),
        /** Isolates: read and execute, shared. */
        CODE(3),
        /** Isolates: read, shared. */
        METADATA(4),
        /** Isolates: read and write, each its own copy of the pages that it writes. */
        DATA(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Returns the number that stands for it in the image. */
        public int code() {
            return code;
        }
    }

    /**
     * A range of memory and its first contents.
     *
     * @param address physical and virtual address, from 1 MiB on
     * @param bytes first contents
     * @param memorySize bytes in memory, at least as many as there are contents; the rest is zero
     */
    public record Section(Kind kind, int address, byte[] bytes, int memorySize) {
        public Section {
            if (memorySize < bytes.length) {
                throw new IllegalArgumentException("a section of " + memorySize + " bytes cannot hold " + bytes.length);
            }
        }
    }

    /**
     * Writes the image of some sections; execution begins at the first byte of the first one.
     *
     * @throws IllegalArgumentException if there are none or more than 16
     */
    public static byte[] of(List<Section> sections) {
        if (sections.isEmpty() || sections.size() > SECTION_LIMIT) {
            throw new IllegalArgumentException(sections.size() + " sections; 1 to " + SECTION_LIMIT + " are possible");
        }
        int total = HEADER_SIZE;
        for (Section section : sections) {
            total = Math.addExact(total, aligned(section.bytes.length));
        }
        ByteBuffer image = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0, MAGIC.getBytes(StandardCharsets.US_ASCII));
        image.putInt(SECTION_COUNT, sections.size());
        image.putInt(TOTAL_BYTES, total);
        int offset = HEADER_SIZE;
        int entry = SECTION_TABLE;
        for (Section section : sections) {
            image.position(entry);
            image.putInt(section.address).putInt(offset).putInt(section.bytes.length).putInt(section.memorySize).putInt(section.kind.code());
            image.put(offset, section.bytes);
            offset += aligned(section.bytes.length);
            entry += ENTRY_SIZE;
        }
        return image.array();
    }

    private static int aligned(int bytes) {
        return Math.addExact(bytes, ALIGNMENT - 1) & -ALIGNMENT;
    }
}
