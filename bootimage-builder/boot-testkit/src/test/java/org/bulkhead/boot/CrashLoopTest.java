package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.builder.bench.CrashLoopRun;
import org.bulkhead.builder.bench.CrashLoopRun.Work;
import org.bulkhead.builder.manifest.BootSet;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver that is killed every 50 million instructions moves every byte right all the same: the benchmark, short, and without regard to speed. */
class CrashLoopTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int INTERVAL = 500;
    private static final int DEATHS = 4;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrWrong(Work work) throws IOException {
        CrashLoopRun.Result result = new CrashLoopRun(work, INTERVAL, 2, DEATHS).run(kit.image(BootSet.CRASH_LOOP), folder, LIMIT);
        assertTrue(result.deaths() >= DEATHS, result::toString);
        assertEquals(INTERVAL, result.intervalMillis());
    }
}
