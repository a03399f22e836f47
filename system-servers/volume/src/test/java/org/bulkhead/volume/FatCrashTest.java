package org.bulkhead.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of change is cut off after each block that it writes. What fsck.fat says then is nothing worse than clusters that nobody uses; when the volume has been used again it says nothing; every file is old or new; and
 * the change, repeated, does what it should.
 */
class FatCrashTest {
    private static final long NOW = 1_700_000_000_000L;
    /** What fsck.fat may say of a volume that was cut off: headings, names, and clusters to spare. */
    private static final Pattern HARMLESS = Pattern.compile(
        "fsck\\.fat .*|.*cluster chain length is > \\d+ bytes\\.|  Truncating file to \\d+ bytes\\.|Reclaimed \\d+ unused clusters? .*|/.*|Leaving filesystem unchanged\\.|.*: \\d+ files, \\d+/\\d+ clusters|");
    /** And of a long name that others have laid into two sectors, which we never do. */
    private static final Pattern ORPHAN = Pattern.compile("Orphaned long file name part \".*\"|  Auto-deleting\\.");

    @TempDir
    private Path folder;
    private HostTools tools;
    private byte[] before;
    private boolean mayLeaveOrphans;

    private interface Change {
        void make(FatVolume volume) throws FileException;
    }

    private static FatVolume volume(Blocks blocks) {
        return new FatVolume(() -> blocks, () -> NOW);
    }

    private static byte[] bytes(int seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void put(FatVolume volume, String path, byte[] contents) throws FileException {
        volume.create(path);
        volume.write(path, 0, ByteBuffer.wrap(contents));
    }

    private static void rename(FatVolume volume, String path, String target) throws FileException {
        volume.rename(path, ByteBuffer.wrap(target.getBytes(StandardCharsets.UTF_8)));
    }

    @BeforeEach
    void prepare() throws FileException {
        tools = new HostTools(folder.resolve("volume.img"));
        MemoryBlocks blocks = MemoryBlocks.formatted(FatFormat.LEAST);
        FatVolume volume = volume(blocks);
        volume.createFolder("/modules");
        volume.createFolder("/empty");
        put(volume, "/modules/a.jar", bytes(1, 6_000));
        put(volume, "/modules/A second file.jar", bytes(2, 9_000));
        put(volume, "/new", bytes(3, 12_345));
        volume.create("/nothing");
        // So that its clusters do not lie together, and the last is full.
        put(volume, "/scattered", bytes(4, 4_096));
        put(volume, "/between", bytes(5, 10));
        volume.write("/scattered", 4_096, ByteBuffer.wrap(bytes(6, 4_096)));
        // The folder's next entries need another sector.
        for (int i = 0; i < 5; i++) {
            volume.create("/modules/Filler number " + i);
        }
        before = blocks.contents();
    }

    /** What there is: paths with contents, folders with none. */
    private static Map<String, String> contents(FatVolume volume, String path) throws FileException {
        Map<String, String> all = new TreeMap<>();
        int index = 0;
        for (FileInformation each = volume.list(path, 0); each != null; each = volume.list(path, ++index)) {
            String inside = (path.equals("/") ? "" : path) + "/" + each.name();
            if (each.kind() == FileKind.FOLDER) {
                all.put(inside, "folder");
                all.putAll(contents(volume, inside));
            } else {
                byte[] bytes = new byte[(int) each.size()];
                assertEquals(bytes.length, volume.read(inside, 0, ByteBuffer.wrap(bytes)));
                all.put(inside, bytes.length + " bytes, " + Arrays.hashCode(bytes));
            }
        }
        return all;
    }

    /** Cuts a change off everywhere. A file that is not as before may only be as after. */
    private int cutOff(Change change) throws FileException {
        MemoryBlocks whole = new MemoryBlocks(before.clone());
        Map<String, String> old = contents(volume(whole), "/");
        whole.failAfter(Integer.MAX_VALUE);
        change.make(volume(whole));
        int writes = whole.written();
        Map<String, String> changed = contents(volume(whole), "/");
        assertSound(whole.contents(), "the change itself");
        for (int count = 0; count < writes; count++) {
            String where = "after block " + count + " of " + writes;
            MemoryBlocks cut = new MemoryBlocks(before.clone());
            cut.failAfter(count);
            try {
                change.make(volume(cut));
                throw new AssertionError("not cut off " + where);
            } catch (VolumeErrorException e) {
                cut.failAfter(Integer.MAX_VALUE);
            }
            for (String line : tools.check(cut.contents()).text().split("\n", -1)) {
                assertTrue(HARMLESS.matcher(line).matches() || mayLeaveOrphans && ORPHAN.matcher(line).matches(), where + ": " + line);
            }
            Map<String, String> found = contents(volume(cut), "/");
            assertSound(cut.contents(), where);
            assertBetween(old, changed, found, where);
            assertRepairedWhenCutOff(change, count);
            change.make(volume(cut));
            assertEquals(changed, contents(volume(cut), "/"), "repeated " + where);
            assertSound(cut.contents(), "repeated " + where);
        }
        return writes;
    }

    /** The repair itself may be cut off, too. */
    private void assertRepairedWhenCutOff(Change change, int count) throws FileException {
        for (int repaired = 0; ; repaired++) {
            MemoryBlocks cut = new MemoryBlocks(before.clone());
            cut.failAfter(count);
            try {
                change.make(volume(cut));
            } catch (VolumeErrorException e) {
                cut.failAfter(repaired);
            }
            try {
                volume(cut).volume();
                return;
            } catch (VolumeErrorException e) {
                cut.failAfter(Integer.MAX_VALUE);
            }
            volume(cut).volume();
            assertSound(cut.contents(), "after block " + count + ", and block " + repaired + " of the repair");
        }
    }

    private void assertSound(byte[] volume, String where) {
        HostTools.Answer answer = tools.check(volume);
        assertEquals(0, answer.status(), where + ": " + answer.text());
    }

    private static void assertBetween(Map<String, String> old, Map<String, String> changed, Map<String, String> found, String where) {
        for (String path : found.keySet()) {
            assertTrue(found.get(path).equals(old.get(path)) || found.get(path).equals(changed.get(path)), where + ": " + path + " has " + found.get(path));
        }
        for (String path : old.keySet()) {
            assertTrue(found.containsKey(path) || !changed.containsKey(path), where + ": " + path + " is missing");
        }
    }

    @Test
    void creating() throws FileException {
        cutOff(volume -> volume.create("/another file"));
        cutOff(volume -> volume.create("/modules/A name that finds no room in the sector where the folder ends"));
        cutOff(volume -> volume.create("/new"));
    }

    @Test
    void creatingFolders() throws FileException {
        cutOff(volume -> volume.createFolder("/modules/A folder in a folder"));
        MemoryBlocks blocks = new MemoryBlocks(before);
        // 3 in the first sector, 4 in each of the other seven.
        for (int i = 0; i < 31; i++) {
            volume(blocks).create("/empty/An entry that has four slots, " + i);
        }
        assertTrue(cutOff(volume -> volume.create("/empty/An entry that has four slots, 31")) > 8, "the folder did not grow");
    }

    @Test
    void writingAndGrowing() throws FileException {
        cutOff(volume -> volume.write("/nothing", 0, ByteBuffer.wrap(bytes(7, 5_000))));
        cutOff(volume -> volume.write("/new", 5_000, ByteBuffer.wrap(bytes(3, 12_345), 5_000, 1_300)));
    }

    @Test
    void growingAFileThatHasContents() throws FileException {
        // Its first bytes stay, so it is old or new also for who looks at all of it.
        cutOff(volume -> volume.write("/scattered", 8_192, ByteBuffer.wrap(bytes(9, 4_500))));
        cutOff(volume -> volume.write("/between", 10, ByteBuffer.wrap(bytes(9, 4_500))));
    }

    @Test
    void truncatingAndDeleting() throws FileException {
        cutOff(volume -> volume.truncate("/new", 4_100));
        cutOff(volume -> volume.truncate("/new", 0));
        cutOff(volume -> volume.delete("/new"));
        cutOff(volume -> volume.delete("/empty"));
        cutOff(volume -> volume.delete("/modules/A second file.jar"));
    }

    @Test
    void renaming() throws FileException {
        assertEquals(1, cutOff(volume -> rename(volume, "/between", "/Between")), "in place");
        cutOff(volume -> rename(volume, "/new", "/modules/new.jar"));
        cutOff(volume -> rename(volume, "/nothing", "/modules/nothing.jar"));
        cutOff(volume -> rename(volume, "/modules/a.jar", "/modules/A name that finds no room in the sector of the old one"));
    }

    @Test
    void replacing() throws FileException {
        int writes = cutOff(volume -> rename(volume, "/new", "/modules/a.jar"));
        assertEquals(4, writes, "parked, written, removed, and the table's sector");
        cutOff(volume -> rename(volume, "/nothing", "/modules/a.jar"));
        cutOff(volume -> rename(volume, "/new", "/scattered"));
        cutOff(volume -> rename(volume, "/modules/a.jar", "/modules/A second file.jar"));
    }

    @Test
    void deletingWhatOthersHaveNamed() throws FileException {
        MemoryBlocks blocks = new MemoryBlocks(before);
        Path given = folder.resolve("given");
        try {
            java.nio.file.Files.write(given, bytes(1, 5_000));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        // Its 16 slots lie in two sectors.
        tools.mtool(blocks.contents(), "mcopy", given.toString(), "::" + "a long name that others have given ".repeat(5) + ".txt");
        mayLeaveOrphans = true;
        cutOff(volume -> volume.delete("/ALONGN~1.TXT"));
        cutOff(volume -> rename(volume, "/ALONGN~1.TXT", "/modules/short"));
    }
}
