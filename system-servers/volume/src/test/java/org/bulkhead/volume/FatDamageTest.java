package org.bulkhead.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.junit.jupiter.api.Test;

/** Volumes whose structures contradict themselves: nothing loops, nothing is made worse, and what is wrong is named. */
class FatDamageTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int CLUSTER = 4096;
    private static final int TABLE = Blocks.SIZE;
    /** Table sectors of the volume in these tests, before its root folder. */
    private static final int TABLE_SECTORS = 16;
    private static final int ROOT = TABLE + TABLE_SECTORS * Blocks.SIZE;
    private static final int DATA = ROOT + 32 * Blocks.SIZE;
    private static final byte[] WHOLE = whole();

    private static byte[] whole() {
        MemoryBlocks blocks = MemoryBlocks.formatted(FatFormat.LEAST);
        FatVolume volume = volume(blocks);
        try {
            volume.createFolder("/modules");
            put(volume, "/modules/A module with a long name.jar", 9_000);
            put(volume, "/file.txt", 13_000);
            volume.createFolder("/modules/inside");
            put(volume, "/modules/inside/small", 10);
        } catch (FileException e) {
            throw new AssertionError(e);
        }
        return blocks.contents();
    }

    private static FatVolume volume(Blocks blocks) {
        return new FatVolume(() -> blocks, () -> 0);
    }

    private static void put(FatVolume volume, String path, int size) throws FileException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        volume.create(path);
        volume.write(path, 0, ByteBuffer.wrap(bytes));
    }

    private static ByteBuffer disk(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int entryOf(byte[] disk, String shortName) {
        String text = new String(disk, StandardCharsets.ISO_8859_1);
        return text.indexOf(shortName);
    }

    /** Says what is wrong when something is written, reads what is not concerned, and writes nothing. */
    private static void assertNamed(byte[] disk, String problem) throws FileException {
        byte[] before = disk.clone();
        FatVolume volume = volume(new MemoryBlocks(disk));
        String message = assertThrows(DamagedVolumeException.class, () -> volume.create("/x")).getMessage();
        assertTrue(message.contains(problem), message);
        assertArrayEquals(before, disk);
        assertEquals(10, volume.read("/modules/inside/small", 0, ByteBuffer.allocate(20)));
    }

    @Test
    void chainsThatLeadNowhereAreNamed() throws FileException {
        int start = disk(WHOLE).getChar(entryOf(WHOLE, "FILE    TXT") + 26);
        byte[] loop = WHOLE.clone();
        disk(loop).putChar(TABLE + 2 * (start + 1), (char) start);
        assertNamed(loop, "file.txt has cluster " + start + ", which is in use already");
        byte[] outside = WHOLE.clone();
        disk(outside).putChar(TABLE + 2 * start, (char) 0x7000);
        assertNamed(outside, "cluster " + start + " is followed by 28672, which is none");
        byte[] free = WHOLE.clone();
        disk(free).putChar(TABLE + 2 * (start + 1), (char) 0);
        assertNamed(free, "cluster " + (start + 1) + ", which is in use, is free");
        byte[] tooShort = WHOLE.clone();
        disk(tooShort).putChar(TABLE + 2 * (start + 1), (char) 0xFFFF);
        assertNamed(tooShort, "file.txt has 2 clusters, its size needs 4");
        byte[] shared = WHOLE.clone();
        disk(shared).putChar(entryOf(shared, "AMODUL~1JAR") + 26, (char) start);
        assertNamed(shared, "A module with a long name.jar has cluster " + start + ", which is in use already");
        byte[] none = WHOLE.clone();
        disk(none).putChar(entryOf(none, "FILE    TXT") + 26, (char) 1);
        assertNamed(none, "file.txt begins at cluster 1, which is none");
        FatVolume volume = volume(new MemoryBlocks(none));
        assertThrows(DamagedVolumeException.class, () -> volume.read("/file.txt", 0, ByteBuffer.allocate(10)));
    }

    @Test
    void aFolderInItselfIsNamed() throws FileException {
        byte[] disk = WHOLE.clone();
        int modules = disk(disk).getChar(entryOf(disk, "MODULES    ") + 26);
        disk(disk).putChar(entryOf(disk, "INSIDE     ") + 26, (char) modules);
        byte[] before = disk.clone();
        FatVolume volume = volume(new MemoryBlocks(disk));
        String message = assertThrows(DamagedVolumeException.class, () -> volume.create("/x")).getMessage();
        assertTrue(message.contains("inside has cluster " + modules + ", which is in use already"), message);
        assertArrayEquals(before, disk);
    }

    @Test
    void aFirstSectorThatIsNoneIsNamed() {
        for (int[] change : new int[][] {{510, 0}, {11, 3}, {13, 3}, {14, 0}, {16, 0}, {16, 3}, {17, 1}, {22, 1}, {35, 1}, {13, 64}}) {
            byte[] disk = WHOLE.clone();
            disk[change[0]] = (byte) change[1];
            if (change[0] == 14 || change[0] == 22) {
                disk[change[0] + 1] = 0;
            }
            if (change[0] == 35) {
                disk[19] = 0;
                disk[20] = 0;
            }
            String message = assertThrows(DamagedVolumeException.class, () -> volume(new MemoryBlocks(disk)).volume(), "byte " + change[0]).getMessage();
            assertTrue(message.startsWith("first sector of the volume: "), message);
        }
    }

    /** Whatever is overwritten: every request ends, with an answer or an exception of the protocol. */
    @Property(tries = 400)
    void mutatedVolumesAreReadOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes) {
        Random random = new Random(seed);
        byte[] disk = WHOLE.clone();
        for (int i = 0; i < changes; i++) {
            disk[place(random)] = (byte) random.nextInt(256);
        }
        assertTimeoutPreemptively(LIMIT, () -> use(disk, random));
    }

    /** Mostly where the structures are. */
    private static int place(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(64);
            case 1, 2 -> TABLE + random.nextInt(64);
            case 3 -> ROOT + random.nextInt(512);
            default -> DATA + random.nextInt(10) * CLUSTER + random.nextInt(512);
        };
    }

    private static void use(byte[] disk, Random random) {
        FatVolume volume = volume(new MemoryBlocks(disk));
        List<String> paths = new ArrayList<>(List.of("/file.txt", "/modules/A module with a long name.jar", "/modules/inside/small", "/x"));
        attempt(() -> walk(volume, "/", paths, 0));
        for (String path : paths) {
            attempt(() -> volume.read(path, random.nextInt(10_000), ByteBuffer.allocate(20_000)));
        }
        for (String path : paths) {
            attempt(() -> volume.write(path, 0, ByteBuffer.allocate(10_000)));
            attempt(() -> volume.rename(path, ByteBuffer.wrap("/modules/other".getBytes(StandardCharsets.UTF_8))));
            attempt(() -> volume.create(path));
            attempt(() -> volume.truncate(path, 5));
            attempt(() -> volume.delete(path));
        }
    }

    private static void walk(FatVolume volume, String folder, List<String> paths, int depth) throws FileException {
        int index = 0;
        for (FileInformation each = volume.list(folder, 0); each != null && paths.size() < 100 && depth < 8; each = volume.list(folder, ++index)) {
            String path = (folder.equals("/") ? "" : folder) + "/" + each.name();
            paths.add(path);
            if (each.kind() == FileKind.FOLDER) {
                walk(volume, path, paths, depth + 1);
            }
        }
    }

    private interface Request {
        void run() throws FileException;
    }

    private static void attempt(Request request) {
        try {
            request.run();
        } catch (FileException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isEmpty());
        }
    }
}
