package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.bulkhead.builder.bench.InstallRun;
import org.junit.jupiter.api.Test;

/** The tables of {@code bulkhead bench installing}. */
class InstallingCommandTest {
    @Test
    void aColumnForEachInstallationAndARowForEachPhase() {
        InstallRun.Installed compiled = new InstallRun.Installed("/modules/first.jar", "COMPILED", 6, 26, 31_000, 1_032_000, Map.of("compiling", 20L));
        InstallRun.Installed sealed = new InstallRun.Installed("/modules/driver.module", "SEALED", 6, 0, 5_000, 6_000, Map.of("mapping", 4L));
        String text = InstallingCommand.text(new InstallRun.Result(List.of(compiled, sealed), new InstallRun.Restarts(List.of(100_123L), List.of(200_456L))));
        assertTrue(text.lines().anyMatch(line -> line.matches("thousands of ticks +first.jar +driver.module")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("compiling +20 +-")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("order to driver's answer +1,032 +6")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("installed version +200,456")), text);
    }
}
