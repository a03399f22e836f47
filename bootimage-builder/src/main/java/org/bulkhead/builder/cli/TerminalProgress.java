package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import org.bulkhead.builder.Progress;

/** Shows progress on standard error: one changing line on a terminal, finished activities elsewhere. */
final class TerminalProgress implements Progress {
    private static final long INTERVAL_NANOS = 100_000_000L;
    private static final String ERASE = "\r\033[K";

    private final PrintWriter err;
    private final long begin = System.nanoTime();
    private final Style style;
    private long last;

    private enum Style { CHANGING_LINE, LINES }

    TerminalProgress(PrintWriter err) {
        this.err = err;
        this.style = System.console() == null ? Style.LINES : Style.CHANGING_LINE;
    }

    @Override
    public void update(String activity, int count, String unit) {
        long now = System.nanoTime();
        if (style == Style.CHANGING_LINE && now - last > INTERVAL_NANOS) {
            last = now;
            err.printf("%s%s: %,d %s (%d s)", ERASE, activity, count, unit, (now - begin) / 1_000_000_000L);
            err.flush();
        }
    }

    @Override
    public void done(String activity, int count, String unit) {
        err.printf("%s%s %,d %s%n", style == Style.CHANGING_LINE ? ERASE : "", activity, count, unit);
        err.flush();
    }
}
