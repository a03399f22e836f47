package org.bulkhead.builder.campaign;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far a campaign is: one line that is written over on a terminal, and a line now and then elsewhere. */
public final class CampaignProgress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(30);

    private final PrintWriter out;
    private final boolean terminal;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long total;
    private long before;
    private long done;
    private long begin;
    private long next;

    /**
     * @param terminal whether a line can be written over
     */
    public CampaignProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void begin(long faults, List<FaultResult> known) {
        total = faults;
        before = known.size();
        done = before;
        known.forEach(each -> outcomes.merge(each.outcome(), 1L, Long::sum));
        begin = System.nanoTime();
        next = begin;
    }

    synchronized void add(FaultResult result) {
        done++;
        outcomes.merge(result.outcome(), 1L, Long::sum);
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + (terminal ? ON_TERMINAL : ELSEWHERE).toNanos();
            print();
        }
    }

    private void print() {
        double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
        double rate = (done - before) / seconds;
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%,d/%,d faults, %.1f a second, %s left", done, total, rate, rate == 0 ? "?" : time((long) ((total - done) / rate))));
        outcomes.forEach((outcome, count) -> line.append(String.format(Locale.ROOT, "; %s %,d", outcome.words(), count)));
        if (terminal) {
            out.print("\r\033[K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    synchronized void end() {
        print();
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
