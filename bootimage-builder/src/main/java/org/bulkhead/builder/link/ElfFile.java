package org.bulkhead.builder.link;

import java.util.List;
import org.bulkhead.vm.linker.Section;

/** A static x86-64 Linux executable (System V ABI, ELF-64 object file format): one loadable segment per section, no symbols. */
public final class ElfFile {
    /** Access of a segment, as in {@code p_flags}. */
    public enum Access {
        CODE(5), READ_ONLY(4), DATA(6);

        private final int flags;

        Access(int flags) {
            this.flags = flags;
        }
    }

    /** A section with its access. */
    public record Segment(Section section, Access access) {}

    private static final int HEADER_SIZE = 64;
    private static final int PROGRAM_HEADER_SIZE = 56;
    private static final int PAGE = 4096;
    private static final int LOAD = 1;
    private static final int STACK = 0x6474_E551;
    private static final int EXECUTABLE = 2;
    private static final int X86_64 = 62;

    private ElfFile() {}

    /** Returns the bytes of an executable that starts at the address {@code entry}. */
    public static byte[] of(List<Segment> segments, int entry) {
        Section file = new Section(0);
        file.append(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        half(file, EXECUTABLE);
        half(file, X86_64);
        file.appendInt(1);
        wide(file, entry);
        wide(file, HEADER_SIZE);
        wide(file, 0);
        file.appendInt(0);
        half(file, HEADER_SIZE);
        half(file, PROGRAM_HEADER_SIZE);
        half(file, segments.size() + 1);
        half(file, 0);
        half(file, 0);
        half(file, 0);
        int offset = PAGE;
        for (Segment segment : segments) {
            programHeader(file, LOAD, segment.access().flags, offset, segment.section().address(), segment.section().size());
            offset += (segment.section().size() + PAGE - 1) / PAGE * PAGE;
        }
        programHeader(file, STACK, Access.DATA.flags, 0, 0, 0);
        for (Segment segment : segments) {
            file.align(PAGE);
            file.append(segment.section().toBytes());
        }
        return file.toBytes();
    }

    private static void programHeader(Section file, int type, int flags, int offset, int address, int size) {
        file.appendInt(type);
        file.appendInt(flags);
        wide(file, offset);
        wide(file, address);
        wide(file, address);
        wide(file, size);
        wide(file, size);
        wide(file, PAGE);
    }

    private static void half(Section file, int value) {
        file.append(new byte[] {(byte) value, (byte) (value >>> Byte.SIZE)});
    }

    private static void wide(Section file, long value) {
        file.appendInt((int) value);
        file.appendInt((int) (value >>> Integer.SIZE));
    }
}
