package org.bulkhead.builder.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskImageTest {
    private static final int CYLINDER = 16 * 63 * 512;

    @TempDir
    Path folder;

    private static byte[] kernel(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        System.arraycopy("BLKHDIMG".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        return bytes;
    }

    @Test
    void partsLieWhereBootLooksForThem() {
        byte[] kernel = kernel(700_001);
        byte[] disk = DiskImage.of(kernel).toBytes();
        assertEquals((byte) 0x55, disk[510]);
        assertEquals((byte) 0xAA, disk[511]);
        assertArrayEquals(kernel, Arrays.copyOfRange(disk, 64 * 512, 64 * 512 + kernel.length));
        assertEquals(0, disk.length % CYLINDER);
        assertTrue(disk.length - CYLINDER < 64 * 512 + kernel.length + DumpLayout.SIZE, "not larger than needed");
    }

    @Test
    void partitionsCoverTheRestOfTheDisk() {
        ByteBuffer disk = ByteBuffer.wrap(DiskImage.of(kernel(5000)).toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals((byte) 0x80, disk.get(446), "bootable");
        assertEquals(0x7F, disk.get(450), "type");
        assertEquals(64, disk.getInt(454), "first sector");
        int dumpSectors = DumpLayout.SIZE / 512;
        assertEquals(disk.capacity() / 512 - dumpSectors - 64, disk.getInt(458), "sectors");
        assertEquals(0x7E, disk.get(466), "type");
        assertEquals(disk.capacity() / 512 - dumpSectors, disk.getInt(470), "first sector");
        assertEquals(dumpSectors, disk.getInt(474), "sectors");
        for (int i = 478; i < 510; i++) {
            assertEquals(0, disk.get(i), "no further partitions");
        }
    }

    @Test
    void equalPartsGiveEqualBytes() {
        assertArrayEquals(DiskImage.of(kernel(9999)).toBytes(), DiskImage.of(kernel(9999)).toBytes());
    }

    @Test
    void refusesPartsThatDoNotFit() {
        byte[] sector = new byte[512];
        byte[] stage2 = new byte[63 * 512];
        assertThrows(IllegalArgumentException.class, () -> DiskImage.of(new byte[511], stage2, kernel(1000)));
        assertThrows(IllegalArgumentException.class, () -> DiskImage.of(sector, new byte[63 * 512 + 1], kernel(1000)));
        assertThrows(IllegalArgumentException.class, () -> DiskImage.of(sector, stage2, new byte[1000]));
        byte[] full = new byte[512];
        full[450] = 1;
        assertThrows(IllegalArgumentException.class, () -> DiskImage.of(full, stage2, kernel(1000)));
    }

    @Test
    void replacesTheFileWholeAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("new/folder/disk.img");
        DiskImage.of(kernel(1000)).write(file);
        DiskImage second = DiskImage.of(kernel(2000));
        second.write(file);
        assertArrayEquals(second.toBytes(), Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void namesAFileThatCannotBeWritten() throws Exception {
        Path file = Files.createDirectory(folder.resolve("a-folder"));
        Files.createFile(file.resolve("occupied"));
        UserProblem problem = assertThrows(UserProblem.class, () -> DiskImage.of(kernel(1000)).write(file));
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing half-written");
        }
    }
}
