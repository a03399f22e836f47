package org.bulkhead.builder.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.vm.linker.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected numbers are those of the ELF-64 object file format. */
class ElfFileTest {
    private static final int CODE_ADDRESS = 0x20_0000;
    private static final int DATA_ADDRESS = 0x60_0000;
    private static final int STATUS = 42;
    /** mov eax, 60 (exit); mov edi, [DATA_ADDRESS + 8]; syscall. */
    private static final byte[] EXIT = {(byte) 0xB8, 60, 0, 0, 0, (byte) 0x8B, 0x3C, 0x25, 8, 0, 0x60, 0, 0x0F, 0x05};

    private final Section code = new Section(CODE_ADDRESS);
    private final Section readOnly = new Section(0x40_0000);
    private final Section data = new Section(DATA_ADDRESS);
    private List<ElfFile.Segment> segments;
    private byte[] elf;
    private ByteBuffer header;

    @BeforeEach
    void write() {
        code.reserve(16);
        int entry = code.append(EXIT);
        readOnly.reserve(5000);
        data.reserve(8);
        data.appendInt(STATUS);
        segments = List.of(new ElfFile.Segment(code, ElfFile.Access.CODE), new ElfFile.Segment(readOnly, ElfFile.Access.READ_ONLY),
            new ElfFile.Segment(data, ElfFile.Access.DATA));
        elf = ElfFile.of(segments, entry);
        header = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void theHeaderSaysStaticExecutableForLinux() {
        assertArrayEquals(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, Arrays.copyOf(elf, 8));
        assertEquals(2, header.getShort(16), "e_type");
        assertEquals(62, header.getShort(18), "e_machine");
        assertEquals(1, header.getInt(20), "e_version");
        assertEquals(CODE_ADDRESS + 16, header.getLong(24), "e_entry");
        assertEquals(64, header.getLong(32), "e_phoff");
        assertEquals(0, header.getLong(40), "e_shoff");
        assertEquals(64, header.getShort(52), "e_ehsize");
        assertEquals(56, header.getShort(54), "e_phentsize");
        assertEquals(segments.size() + 1, header.getShort(56), "e_phnum");
        assertEquals(0, header.getShort(60), "e_shnum");
    }

    @Test
    void eachSectionIsALoadableSegmentWithItsBytes() {
        int[] flags = {5, 4, 6};
        for (int i = 0; i < segments.size(); i++) {
            int at = 64 + i * 56;
            Section section = segments.get(i).section();
            int offset = (int) header.getLong(at + 8);
            assertEquals(1, header.getInt(at), "p_type");
            assertEquals(flags[i], header.getInt(at + 4), "p_flags");
            assertEquals(section.address(), header.getLong(at + 16), "p_vaddr");
            assertEquals(section.size(), header.getLong(at + 32), "p_filesz");
            assertEquals(section.size(), header.getLong(at + 40), "p_memsz");
            assertEquals(0, (section.address() - offset) % header.getLong(at + 48), "address and offset agree modulo p_align");
            assertTrue(offset >= 64 + 56 * (segments.size() + 1), "behind the headers");
            assertArrayEquals(section.toBytes(), Arrays.copyOfRange(elf, offset, offset + section.size()));
        }
    }

    @Test
    void theStackIsNotExecutable() {
        int at = 64 + segments.size() * 56;
        assertEquals(0x6474_E551, header.getInt(at));
        assertEquals(6, header.getInt(at + 4));
    }

    @Test
    void linuxRunsIt(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("exit"), elf);
        assertTrue(file.toFile().setExecutable(true));
        assertEquals(STATUS, new ProcessBuilder(file.toString()).start().waitFor());
    }
}
