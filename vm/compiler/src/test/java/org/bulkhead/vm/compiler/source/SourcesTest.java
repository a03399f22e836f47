package org.bulkhead.vm.compiler.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final byte[] OLD = {1};
    private static final byte[] NEW = {2};
    private static final byte[] OTHER = {3};

    @TempDir
    Path temporary;

    private Path directory() throws IOException {
        Path directory = Files.createDirectories(temporary.resolve("classes"));
        Files.createDirectories(directory.resolve("p/q"));
        Files.write(directory.resolve("p/A.class"), OTHER);
        Files.write(directory.resolve("p/A$Inner.class"), OTHER);
        Files.write(directory.resolve("p/notes.txt"), OTHER);
        Files.write(directory.resolve("p/q/Deep.class"), OTHER);
        return directory;
    }

    private Path multiReleaseJar() throws IOException {
        Path jar = temporary.resolve("library.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Multi-Release"), "true");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<String, byte[]> each : Map.of("p/A.class", OLD, "p/B.class", OLD, "META-INF/versions/11/p/B.class", NEW, "META-INF/versions/21/p/B.class", OTHER).entrySet()) {
                out.putNextEntry(new JarEntry(each.getKey()));
                out.write(each.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    @Test
    void firstEntryOfAClassPathWins() throws IOException {
        try (ClassPathSource source = new ClassPathSource(List.of(directory(), multiReleaseJar()))) {
            assertArrayEquals(OTHER, source.find("p/A"));
            assertArrayEquals(NEW, source.find("p/B"));
            assertNull(source.find("p/C"));
            assertEquals(List.of("p/A", "p/A$Inner", "p/B"), source.list("p"));
            assertEquals(List.of(), source.list("nowhere"));
        }
    }

    @Test
    void namesTheEntryThatIsMissingOrDamaged() throws IOException {
        Path missing = temporary.resolve("missing.jar");
        assertTrue(assertThrows(IOException.class, () -> new ClassPathSource(List.of(missing))).getMessage().contains(missing.toString()));
        Path damaged = Files.write(temporary.resolve("damaged.jar"), OLD);
        assertTrue(assertThrows(IOException.class, () -> new ClassPathSource(List.of(damaged))).getMessage().contains(damaged.toString()));
    }

    @Test
    void chainAsksInOrderAndRemembers() throws IOException {
        MemorySource first = new MemorySource(Map.of("p/A", OLD));
        ChainedSource chain = new ChainedSource(List.of(first, new MemorySource(Map.of("p/A", NEW, "p/B", NEW))));
        assertArrayEquals(OLD, chain.find("p/A"));
        assertArrayEquals(NEW, chain.find("p/B"));
        assertNull(chain.find("p/C"));
        first.put("p/C", OTHER);
        assertNull(chain.find("p/C"));
        assertEquals(List.of("p/A", "p/B", "p/C"), chain.list("p"));
    }

    @Test
    void jdkGivesTheClassLibraryOnly() throws IOException {
        JdkSource jdk = new JdkSource();
        assertNotNull(jdk.find("java/lang/Object"));
        assertNotNull(jdk.find("java/util/logging/Logger"));
        assertTrue(jdk.list("java/util/logging").contains("java/util/logging/Level"));
        assertNull(jdk.find("java/sql/Date"));
        assertTrue(jdk.list("java/lang").contains("java/lang/String"));
        assertTrue(jdk.list("java/lang").stream().noneMatch(name -> name.startsWith("java/lang/invoke/")));
        assertTrue(jdk.listAll().size() > 6000);
    }

    @Test
    void otherJdksAreRefused() {
        String message = assertThrows(IOException.class, () -> new JdkSource(21)).getMessage();
        assertTrue(message.contains("21") && message.contains("17") && message.contains("JAVA_HOME"), message);
        assertEquals(1, message.lines().count());
    }
}
