package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.builder.fixedpoint.FixedPoint;
import org.bulkhead.builder.fixedpoint.ImageCompiler;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.vm.compiler.check.ClassArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The compiler in the image, running as an isolate in Bochs, compiles classes of its own, of ASM and of the class library to the same bytes as the compiler on the host. */
class CompilerFixedPointTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int METHODS_WANTED = 150;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    @Test
    void theSameBytesInTheImageAndOnTheHost() throws IOException {
        ClassArchive archive = FixedPoint.little();
        FixedPoint expected = FixedPoint.of(archive);
        ImageCompiler actual = ImageCompiler.run(kit.image(BootSet.FIXED_POINT), archive, folder, LIMIT);
        assertEquals("", expected.firstDifference(actual.lines()));
        assertEquals(expected.lines().size(), actual.methods());
        assertTrue(actual.methods() >= METHODS_WANTED, "only " + actual.methods() + " methods");
    }
}
