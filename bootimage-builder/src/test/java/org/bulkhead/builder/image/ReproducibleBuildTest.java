package org.bulkhead.builder.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.hosted.HostedBuilder;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.programs.Catalogue;
import org.junit.jupiter.api.Test;

/** The same sources give the same bytes, also when something else was built before in the same process. */
class ReproducibleBuildTest {
    @Test
    void twoImagesOfTheSameProgramsAreIdentical() {
        byte[] first = image(BootSet.SHIPPING);
        image(BootSet.BENCH);
        byte[] second = image(BootSet.SHIPPING);
        assertTrue(first.length > 0);
        assertArrayEquals(first, second);
    }

    private static byte[] image(BootSet set) {
        return new ImageBuilder(List.of(), set.classNames()).build(Progress.SILENT).file();
    }

    @Test
    void twoExecutablesOfTheSameProgramAreIdentical() throws URISyntaxException {
        Path classes = Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        HostedBuilder builder = new HostedBuilder(List.of(classes), List.of("org.bulkhead.programs.core.arithmetic.IntDivision"));
        assertArrayEquals(builder.build(Progress.SILENT).elf(), builder.build(Progress.SILENT).elf());
    }
}
