package org.bulkhead.builder.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.linker.Section;
import org.junit.jupiter.api.Test;

class KernelImageFileTest {
    private static final int ENTRIES = 16;
    private static final int ENTRY_SIZE = 24;

    private static KernelImageFile.Part part(KernelImageFile.Kind kind, int address, int size) {
        Section section = new Section(address);
        for (int i = 0; i < size; i++) {
            section.append(new byte[] {(byte) (address + i * 31)});
        }
        return new KernelImageFile.Part(kind, section);
    }

    @Property(tries = 50)
    void theHeaderLeadsToEverySection(@ForAll @Size(max = KernelImageFile.LIMIT) List<@IntRange(max = 3000) Integer> sizes) {
        List<KernelImageFile.Part> parts = new ArrayList<>();
        KernelImageFile.Kind[] kinds = KernelImageFile.Kind.values();
        for (int i = 0; i < sizes.size(); i++) {
            parts.add(part(kinds[i % kinds.length], 0x10_0000 * (i + 1), sizes.get(i)));
        }
        byte[] file = KernelImageFile.of(parts);
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("BLKHDIMG", new String(file, 0, 8, StandardCharsets.US_ASCII));
        assertEquals(parts.size(), header.getInt(8));
        assertEquals(file.length, header.getInt(12));
        assertEquals(0, file.length % DiskImage.SECTOR_SIZE);
        int free = DiskImage.SECTOR_SIZE;
        for (int i = 0; i < parts.size(); i++) {
            int at = ENTRIES + i * ENTRY_SIZE;
            Section section = parts.get(i).section();
            int offset = header.getInt(at + 4);
            assertEquals(section.address(), header.getInt(at));
            assertTrue(offset >= free, "sections do not overlap, nor the header");
            assertEquals(0, offset % DiskImage.SECTOR_SIZE);
            assertEquals(section.size(), header.getInt(at + 8));
            assertEquals(section.size(), header.getInt(at + 12));
            assertEquals(0, header.getInt(at + 20));
            assertArrayEquals(section.toBytes(), Arrays.copyOfRange(file, offset, offset + section.size()));
            free = offset + section.size();
        }
    }

    @Test
    void kindsHaveTheNumbersThatBootLoaderAndNucleusKnow() {
        KernelImageFile.Kind[] kinds = KernelImageFile.Kind.values();
        List<KernelImageFile.Part> parts = Arrays.stream(kinds).map(kind -> part(kind, 0x20_0000, 1)).toList();
        ByteBuffer header = ByteBuffer.wrap(KernelImageFile.of(parts)).order(ByteOrder.LITTLE_ENDIAN);
        assertArrayEquals(new KernelImageFile.Kind[] {KernelImageFile.Kind.NUCLEUS_CODE, KernelImageFile.Kind.NUCLEUS_DATA, KernelImageFile.Kind.CODE,
            KernelImageFile.Kind.METADATA, KernelImageFile.Kind.DATA}, kinds);
        for (int i = 0; i < kinds.length; i++) {
            assertEquals(i + 1, header.getInt(ENTRIES + i * ENTRY_SIZE + 16));
        }
    }

    @Test
    void moreSectionsThanTheHeaderHasRoomForAreRefused() {
        List<KernelImageFile.Part> parts = Collections.nCopies(KernelImageFile.LIMIT + 1, part(KernelImageFile.Kind.CODE, 0x20_0000, 1));
        String message = assertThrows(UserProblem.class, () -> KernelImageFile.of(parts)).getMessage();
        assertTrue(message.contains("17") && message.contains("16"), message);
    }
}
