package org.bulkhead.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A driver stays small enough to be understood as a whole: all of its package. What belongs to no device (terminals, keyboard layouts, buffers) has packages of its own. */
class DriverSizeTest {
    private static final Path SOURCES = Path.of("src/main/java/org/bulkhead/drivers");
    private static final int LIMIT = 600;
    private static final List<String> DRIVERS = List.of("ata", "cmos", "ne2000", "pci", "ps2", "uart", "vga");

    @Test
    void everyDriverHasAtMostSixHundredLinesOfCode() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (String driver : DRIVERS) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(driver))) {
                sizes.put(driver, files.filter(file -> file.toString().endsWith(".java")).mapToLong(DriverSizeTest::lines).sum());
            }
        }
        assertTrue(sizes.values().stream().allMatch(lines -> lines > 0 && lines <= LIMIT), sizes::toString);
    }

    @Test
    void noDriverIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES, 2)) {
            List<String> found = files.filter(DriverSizeTest::isDriver).map(file -> file.getParent().getFileName().toString()).distinct().sorted().toList();
            assertEquals(DRIVERS, found);
        }
    }

    private static boolean isDriver(Path file) {
        return file.toString().endsWith(".java") && read(file).contains("\n@Driver(");
    }

    private static long lines(Path file) {
        return read(file).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("*")).count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
