package org.bulkhead.builder.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bulkhead.drivers.cmos.CmosDriver;
import org.bulkhead.modules.archive.Archive;
import org.bulkhead.modules.archive.ArchiveSource;
import org.bulkhead.modules.archive.Content;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** What the timing of installations gives the system and reads of its log. */
class InstallRunTest {
    private static final int LONGEST = 1 << 20;
    private static final String LOG = """
        @restart version=image ticks=100
        loader: cmos0 from /modules/first.jar: 6 pages, 26 methods compiled; thousands of ticks: reading 10, compiling 20
        something else
        @install path=/modules/first.jar origin=COMPILED pages=6 methods=26 loaded=31000 served=32000
        @restart version=module ticks=200
        """;

    @Test
    void theLogHasTheTimesOfPhasesAndRestarts() {
        InstallRun.Result result = InstallRun.parse(LOG);
        assertEquals(List.of(new InstallRun.Installed("/modules/first.jar", "COMPILED", 6, 26, 31_000, 32_000, Map.of("reading", 10L, "compiling", 20L))), result.installed());
        assertEquals(new InstallRun.Restarts(List.of(100L), List.of(200L)), result.restarts());
    }

    @Test
    void aRelocatedClassIsOfAnotherPackageAndTheSameBytesEachTime() throws IOException {
        byte[] jar = RelocatedJar.of(List.of(CmosDriver.class), "org/example/moved");
        assertArrayEquals(jar, RelocatedJar.of(List.of(CmosDriver.class), "org/example/moved"));
        ArchiveSource moved = new ArchiveSource(new Archive(Content.of(jar), LONGEST));
        assertEquals("org/example/moved/CmosDriver", new ClassReader(moved.find("org/example/moved/CmosDriver")).getClassName());
        assertNull(moved.find("org/bulkhead/drivers/cmos/CmosDriver"));
    }
}
