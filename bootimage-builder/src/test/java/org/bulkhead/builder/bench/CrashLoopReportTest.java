package org.bulkhead.builder.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bulkhead.builder.bench.CrashLoopRun.Result;
import org.bulkhead.builder.bench.CrashLoopRun.Work;
import org.junit.jupiter.api.Test;

/** What the crash loop's report computes from what was measured. */
class CrashLoopReportTest {
    private static final long TICKS = 1_000_000_000L;

    private final CrashLoopReport report = CrashLoopReport.of(List.of(
        new Result(Work.DISK_READ, 0, 100_000_000, TICKS, 0, 1_000_000, 0, 0),
        new Result(Work.DISK_READ, 1000, 90_000_000, TICKS, 10, 20_000_000, 0, 0),
        new Result(Work.NETWORK, 0, 1_000_000, TICKS, 0, 0, 1000, 1),
        new Result(Work.NETWORK, 2000, 500_000, TICKS, 5, 0, 500, 50)));

    @Test
    void lossIsComparedWithTheSameWorkUndisturbedAndSharedAmongTheDeaths() {
        assertEquals(10, report.rows().get(1).lossPercent(), 1e-9);
        assertEquals(10_000_000, report.rows().get(1).ticksPerDeath());
        assertEquals(50, report.rows().get(3).lossPercent(), 1e-9);
        assertEquals(0, report.rows().get(2).ticksPerDeath());
    }

    @Test
    void theTableHasMinixBeside() {
        List<String> lines = report.text().lines().toList();
        assertEquals(5, lines.size());
        assertTrue(lines.get(2).matches("disk-read +1\\.0 +87\\.89 +10\\.00 +10 +10,000,000 +2\\.000 +- +- +62\\.4"), lines.get(2));
        assertTrue(lines.get(4).matches("network +2\\.0 +0\\.49 +50\\.00 +5 +100,000,000 +0\\.000 +500 +50 +14\\.8"), lines.get(4));
    }

    @Test
    void theChartIsTheSameEachTime() {
        String svg = report.svg();
        assertTrue(svg.startsWith("<svg") && svg.contains("Bulkhead, disk-read") && svg.contains("MINIX 3, network (2006)"), svg);
        assertEquals(svg, report.svg());
    }
}
