package org.bulkhead.modules.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives of every kind are read, and no damage, wherever it is, is taken for content. */
class ArchiveTest {
    private static final int LONGEST = 1 << 16;

    private static byte[] zip(String comment, Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(comment);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = namesAndContents[i + 1] instanceof byte[] bytes ? bytes : ((String) namesAndContents[i + 1]).getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry((String) namesAndContents[i]);
                if (i % 4 == 0) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static Archive open(byte[] bytes) throws IOException {
        return new Archive(Content.of(bytes), LONGEST);
    }

    @Test
    void storedAndDeflatedEntriesAreRead() throws IOException {
        byte[] noise = noise(5000);
        Archive archive = open(zip("a comment", "a/Stored.class", noise, "a/Deflated.class", noise, "empty", "", "Größe.txt", "x".repeat(10_000)));
        assertEquals(List.of("a/Stored.class", "a/Deflated.class", "empty", "Größe.txt"), List.copyOf(archive.names()));
        assertArrayEquals(noise, archive.read("a/Stored.class"));
        assertArrayEquals(noise, archive.read("a/Deflated.class"));
        assertEquals(0, archive.read("empty").length);
        assertEquals("x".repeat(10_000), new String(archive.read("Größe.txt"), StandardCharsets.UTF_8));
        assertNull(archive.read("missing"));
    }

    @Test
    void whatIsCutOffAnywhereIsNoArchive() throws IOException {
        byte[] whole = zip(null, "one", "content of one", "two", "content of two");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(ArchiveException.class, () -> open(cut), "cut at " + length);
        }
    }

    @Test
    void aChangedByteIsNoticedOrChangesNoContent() throws IOException {
        byte[] one = "content of one".getBytes(StandardCharsets.UTF_8);
        byte[] whole = zip(null, "one", one, "two", "content of two, which is longer and longer and longer");
        int noticed = 0;
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << bit);
                try {
                    Archive archive = open(changed);
                    for (String name : archive.names()) {
                        String text = new String(archive.read(name), StandardCharsets.UTF_8);
                        assertTrue(text.startsWith("content of "), "byte " + at + " bit " + bit + ": " + text);
                    }
                } catch (ArchiveException e) {
                    noticed++;
                }
            }
        }
        assertTrue(noticed > whole.length, "only " + noticed);
    }

    @Test
    void lengthsAreHeldToTheirLimits() throws IOException {
        Archive archive = open(zip(null, "a", "", "bomb", new byte[LONGEST + 1]));
        assertEquals("its entry bomb has 65537 bytes, more than the 65536 that are allowed", assertThrows(ArchiveException.class, () -> archive.read("bomb")).getMessage());
    }

    @Test
    void theClassesOfAMultiReleaseJarAreThoseOfJava17() throws IOException {
        String manifest = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n";
        Object[] entries = {"META-INF/MANIFEST.MF", manifest, "a/A.class", "8", "a/B.class", "8", "META-INF/versions/11/a/A.class", "11", "META-INF/versions/17/a/A.class", "17",
            "META-INF/versions/21/a/A.class", "21", "META-INF/versions/9/module-info.class", "9", "a/c/C.class", "8", "a/notes.txt", ""};
        ArchiveSource source = new ArchiveSource(open(zip(null, entries)));
        assertEquals(List.of("a/A", "a/B", "a/c/C"), source.all());
        assertEquals(List.of("a/A", "a/B"), source.list("a"));
        assertEquals("17", new String(source.find("a/A"), StandardCharsets.UTF_8));
        assertEquals("8", new String(source.find("a/B"), StandardCharsets.UTF_8));
        assertNull(source.find("a/None"));
        entries[1] = "Manifest-Version: 1.0\n";
        assertEquals("8", new String(new ArchiveSource(open(zip(null, entries))).find("a/A"), StandardCharsets.UTF_8));
    }
}
