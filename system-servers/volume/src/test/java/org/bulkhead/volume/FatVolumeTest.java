package org.bulkhead.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeFullException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes are read and written here and by mtools, and checked by fsck.fat. */
class FatVolumeTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final int CLUSTER = 4096;

    @TempDir
    private Path folder;
    private HostTools tools;
    private MemoryBlocks blocks;
    private FatVolume volume;

    @BeforeEach
    void format() {
        tools = new HostTools(folder.resolve("volume.img"));
        blocks = MemoryBlocks.formatted(FatFormat.LEAST);
        remount();
    }

    private void remount() {
        volume = new FatVolume(() -> blocks, () -> NOW);
    }

    private void assertSound() {
        HostTools.Answer answer = tools.check(blocks.contents());
        assertEquals(0, answer.status(), answer.text());
    }

    private static byte[] bytes(int seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void put(String path, byte[] contents) throws FileException {
        volume.create(path);
        for (int at = 0; at < contents.length; at += 65_536) {
            volume.write(path, at, ByteBuffer.wrap(contents, at, Math.min(65_536, contents.length - at)));
        }
    }

    private byte[] get(String path) throws FileException {
        int size = (int) volume.information(path).size();
        ByteBuffer into = ByteBuffer.allocate(size + 10);
        assertEquals(size, volume.read(path, 0, into));
        byte[] found = new byte[size];
        into.get(0, found);
        return found;
    }

    private List<String> names(String path) throws FileException {
        List<String> names = new ArrayList<>();
        for (FileInformation next = volume.list(path, 0); next != null; next = volume.list(path, names.size())) {
            names.add(next.name());
        }
        return names;
    }

    private void rename(String path, String target) throws FileException {
        volume.rename(path, ByteBuffer.wrap(target.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(longs = {16L << 20, 17_000_448, 64L << 20})
    void anEmptyVolumeIsSoundAndNamed(long bytes) throws FileException {
        blocks = MemoryBlocks.formatted(bytes);
        remount();
        assertSound();
        assertEquals(FatFormat.LABEL, volume.volume().label());
        assertEquals(volume.volume().bytes(), volume.volume().free());
        assertTrue(volume.volume().bytes() > bytes * 95 / 100);
        assertTrue(tools.mtool(blocks.contents(), "minfo", "::").contains("serial number: 424C4B48"));
        assertTrue(tools.mtool(blocks.contents(), "mlabel", "-s", "::").contains(FatFormat.LABEL));
    }

    @Test
    void equalVolumesHaveEqualBytes() throws FileException {
        put("/Some long name.bin", bytes(1, 10_000));
        byte[] first = blocks.contents();
        format();
        put("/Some long name.bin", bytes(1, 10_000));
        assertArrayEquals(first, blocks.contents());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, CLUSTER, CLUSTER + 1, 100_000, 1_000_000})
    void othersReadWhatIsWrittenHere(int size) throws Exception {
        volume.createFolder("/modules");
        put("/modules/Größe mit Leerzeichen 日本.jar", bytes(size, size));
        assertSound();
        Path copy = folder.resolve("copy");
        tools.mtool(blocks.contents(), "mcopy", "::modules/Größe mit Leerzeichen 日本.jar", copy.toString());
        assertArrayEquals(bytes(size, size), Files.readAllBytes(copy));
        remount();
        assertArrayEquals(bytes(size, size), get("/MODULES/größe mit leerzeichen 日本.JAR"));
        assertEquals(NOW, volume.information("/modules/Größe mit Leerzeichen 日本.jar").modified());
    }

    @Test
    void whatOthersWriteIsReadHere() throws Exception {
        Path given = Files.write(folder.resolve("given"), bytes(3, 70_000));
        byte[] disk = blocks.contents();
        tools.mtool(disk, "mmd", "::Made by others");
        String tooLong = "a name so long that no request has room for it".repeat(3) + ".text";
        for (String name : List.of("PLAIN.TXT", "lower.txt", "Made by others/Mixed Case.Text", tooLong)) {
            tools.mtool(disk, "mcopy", "-o", given.toString(), "::" + name);
        }
        for (String path : List.of("/PLAIN.TXT", "/lower.txt", "/Made by others/Mixed Case.Text", "/ANAMES~1.TEX")) {
            assertArrayEquals(bytes(3, 70_000), get(path), path);
        }
        assertEquals(List.of("Made by others", "PLAIN.TXT", "lower.txt", "ANAMES~1.TEX"), names("/"));
        for (String path : List.of("/Made by others/Mixed Case.Text", "/ANAMES~1.TEX", "/Made by others")) {
            volume.delete(path);
        }
        assertEquals(List.of("PLAIN.TXT", "lower.txt"), names("/"));
        assertSound();
    }

    @Test
    void aFileGrowsIsOverwrittenAndCutOff() throws FileException {
        byte[] expected = bytes(5, 20_000);
        put("/file", expected);
        byte[] patch = bytes(6, 5_000);
        volume.write("/file", 777, ByteBuffer.wrap(patch));
        System.arraycopy(patch, 0, expected, 777, patch.length);
        assertArrayEquals(expected, get("/file"));
        volume.truncate("/file", CLUSTER + 3);
        assertSound();
        assertArrayEquals(java.util.Arrays.copyOf(expected, CLUSTER + 3), get("/file"));
        volume.write("/file", CLUSTER + 3, ByteBuffer.wrap(expected, CLUSTER + 3, 20_000 - CLUSTER - 3));
        assertArrayEquals(expected, get("/file"));
        ByteBuffer piece = ByteBuffer.allocate(100);
        assertEquals(100, volume.read("/file", 19_800, piece));
        assertEquals(0, volume.read("/file", 20_000, piece));
        assertEquals(0, volume.read("/file", 1L << 40, piece));
        assertEquals(60, volume.read("/file", 19_940, piece));
        long free = volume.volume().free();
        volume.truncate("/file", 0);
        assertEquals(free + 20_480, volume.volume().free());
        assertSound();
    }

    @Test
    void foldersGrowAndAreLeftInOrder() throws FileException {
        volume.createFolder("/many");
        volume.createFolder("/many");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String name = "A file with a longer name, number " + i;
            volume.create("/many/" + name);
            expected.add(name);
        }
        assertEquals(expected, names("/many"));
        assertSound();
        for (int i = 0; i < 300; i += 2) {
            volume.delete("/many/" + expected.get(i));
        }
        assertEquals(150, names("/many").size());
        assertThrows(FileRefusedException.class, () -> volume.delete("/many"));
        for (int i = 1; i < 300; i += 2) {
            volume.delete("/many/" + expected.get(i));
        }
        assertSound();
        volume.delete("/many");
        volume.delete("/many");
        assertEquals(List.of(), names("/"));
        assertEquals(volume.volume().bytes(), volume.volume().free());
        assertSound();
    }

    @Test
    void theRootFolderHasAnEnd() throws FileException {
        int made = 0;
        try {
            for (; made < 1000; made++) {
                volume.create("/File " + made + ".txt");
            }
        } catch (VolumeFullException e) {
            assertEquals("the root folder has no room for File " + made + ".txt: put it into a folder", e.getMessage());
        }
        assertTrue(made > 200 && made < 512, made + " files");
        assertSound();
        put("/File 3.txt", bytes(1, 10));
        rename("/File 3.txt", "/File 4.txt");
        volume.createFolder("/short");
        put("/short/from", bytes(2, 20));
        assertThrows(VolumeFullException.class, () -> rename("/short/from", "/a much longer name than any before, which finds no room here"));
        assertArrayEquals(bytes(2, 20), get("/short/from"));
        assertSound();
    }

    @Test
    void aFullVolumeTakesNothingAndStaysAsItIs() throws FileException {
        put("/kept", bytes(1, 1000));
        volume.create("/large");
        byte[] piece = bytes(2, 65_536);
        long size = 0;
        VolumeFullException full = null;
        while (full == null) {
            try {
                volume.write("/large", size, ByteBuffer.wrap(piece));
                size += piece.length;
            } catch (VolumeFullException e) {
                full = e;
            }
        }
        assertTrue(full.getMessage().contains("65536 bytes wanted"), full.getMessage());
        assertEquals(size, volume.information("/large").size());
        assertSound();
        while (volume.volume().free() > 0) {
            volume.write("/large", size, ByteBuffer.wrap(piece, 0, CLUSTER));
            size += CLUSTER;
        }
        assertThrows(VolumeFullException.class, () -> volume.createFolder("/folder"));
        assertSound();
        volume.delete("/large");
        assertArrayEquals(bytes(1, 1000), get("/kept"));
        assertSound();
    }

    @Test
    void renamingKeepsContentsAndTakesThePlaceOfAFile() throws FileException {
        volume.createFolder("/a");
        put("/a/one", bytes(1, 9_000));
        put("/two", bytes(2, 5_000));
        rename("/a/one", "/a/One.with a longer name");
        rename("/a/One.with a longer name", "/a/ONE.WITH a longer name");
        assertEquals(List.of("ONE.WITH a longer name"), names("/a"));
        rename("/a/ONE.WITH a longer name", "/two");
        assertArrayEquals(bytes(1, 9_000), get("/two"));
        assertEquals(List.of(), names("/a"));
        // As when the request is repeated for a successor.
        rename("/a/ONE.WITH a longer name", "/two");
        volume.create("/empty");
        rename("/empty", "/two");
        assertEquals(0, volume.information("/two").size());
        put("/three", bytes(3, 100));
        rename("/three", "/two");
        assertArrayEquals(bytes(3, 100), get("/two"));
        assertThrows(FileRefusedException.class, () -> rename("/a", "/b"));
        assertThrows(FileRefusedException.class, () -> rename("/two", "/a"));
        assertThrows(MissingFileException.class, () -> rename("/nothing", "/else"));
        assertThrows(MissingFileException.class, () -> rename("/two", "/nowhere/two"));
        assertSound();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() throws FileException {
        put("/file", bytes(1, 10));
        volume.createFolder("/folder");
        for (String path : List.of("", "file", "//", "/folder/", "/a:b", "/.", "/..", "/end.", "/end ", "/tab\t", "/" + "x".repeat(80), "/" + "x".repeat(77), "/\uD800")) {
            assertTrue(assertThrows(FileRefusedException.class, () -> volume.information(path)).getMessage().contains(path), path);
        }
        assertNull(volume.information("/missing"));
        assertNull(volume.information("/file/inside"));
        assertEquals(FileKind.FOLDER, volume.information("/").kind());
        ByteBuffer piece = ByteBuffer.allocate(10);
        assertThrows(MissingFileException.class, () -> volume.read("/missing", 0, piece));
        assertThrows(FileRefusedException.class, () -> volume.read("/folder", 0, piece));
        assertThrows(FileRefusedException.class, () -> volume.read("/file", -1, piece));
        assertThrows(FileRefusedException.class, () -> volume.write("/file", 11, piece));
        assertThrows(FileRefusedException.class, () -> volume.truncate("/file", 11));
        assertThrows(FileRefusedException.class, () -> volume.list("/file", 0));
        assertThrows(FileRefusedException.class, () -> volume.list("/", -1));
        assertThrows(MissingFileException.class, () -> volume.list("/missing", 0));
        assertThrows(MissingFileException.class, () -> volume.create("/missing/file"));
        assertThrows(FileRefusedException.class, () -> volume.create("/file/inside"));
        assertThrows(FileRefusedException.class, () -> volume.create("/folder"));
        assertThrows(FileRefusedException.class, () -> volume.createFolder("/file"));
        assertThrows(FileRefusedException.class, () -> volume.delete("/"));
    }
}
