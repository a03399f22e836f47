package org.bulkhead.builder.bench;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bulkhead.builder.bench.CrashLoopRun.Result;
import org.bulkhead.builder.bench.CrashLoopRun.Work;
import org.bulkhead.builder.report.Chart;
import org.bulkhead.builder.report.TextTable;

/**
 * Throughput over the interval in which a driver is killed, beside what MINIX 3 has published.
 *
 * @param rows of each kind of work: undisturbed first, then by interval
 */
@JsonPropertyOrder({"rows", "published"})
public record CrashLoopReport(List<Row> rows, List<Published> published) {
    private static final double MILLI = 1000;
    private static final int CHART_HEIGHT = 360;

    /**
     * One run.
     *
     * @param intervalMillis 0 for none
     * @param lossPercent of the throughput without deaths
     * @param ticksPerDeath what each death cost, in ticks: instructions' time of Bochs, waiting included
     * @param supervisorPercent the supervisor's processor time, in percent of the time that passed
     */
    @JsonPropertyOrder({"work", "intervalMillis", "bytes", "ticks", "deaths", "bytesPerMillionTicks", "lossPercent", "ticksPerDeath", "supervisorPercent", "frames", "lostFrames"})
    public record Row(Work work, long intervalMillis, long bytes, long ticks, int deaths, double bytesPerMillionTicks, double lossPercent, long ticksPerDeath, double supervisorPercent, long frames, long lostFrames) {
        static Row of(Result result, Result undisturbed) {
            double loss = result.lossPercent(undisturbed);
            long perDeath = result.deaths() == 0 ? 0 : Math.round(result.ticks() * loss / 100 / result.deaths());
            return new Row(result.work(), result.intervalMillis(), result.bytes(), result.ticks(), result.deaths(), result.bytesPerMillionTicks(), loss, perDeath,
                100.0 * result.supervisorTicks() / result.ticks(), result.frames(), result.lostFrames());
        }
    }

    /**
     * Figures of MINIX 3, whose drivers were killed in the same way: throughput in MB/s.
     *
     * @param undisturbed without deaths
     * @param bySeconds by seconds between two deaths
     */
    public record Published(String source, double undisturbed, Map<Integer, Double> bySeconds) {
        double percent(int seconds) {
            return 100 * bySeconds.get(seconds) / undisturbed;
        }
    }

    /** Herder et al., OSR 40(3), 2006, figure 6, read off the plot: 512 MB by wget, RTL8139, 2.2 GHz Athlon. */
    private static final Published MINIX_NETWORK = new Published("MINIX 3, network (2006)", 10.8, points(
            8.15, 9.20, 9.69, 9.96, 9.81, 9.90, 10.19, 10.10, 10.34, 10.28, 10.48, 10.7, 10.01, 10.5, 10.28));
    /** Herder et al., DSN 2007; the paper's full text has not been read for this: 1 GB by dd. */
    private static final Published MINIX_DISK = new Published("MINIX 3, disk (2007)", 32.7, Map.of(1, 12.3, 15, 30.0));

    private static Map<Integer, Double> points(double... values) {
        Map<Integer, Double> map = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(i + 1, values[i]);
        }
        return map;
    }

    /** Compares results, each with the one of the same work whose interval is 0. */
    public static CrashLoopReport of(List<Result> results) {
        Map<Work, Result> undisturbed = new LinkedHashMap<>();
        results.stream().filter(each -> each.intervalMillis() == 0).forEach(each -> undisturbed.put(each.work(), each));
        return new CrashLoopReport(results.stream().map(each -> Row.of(each, undisturbed.get(each.work()))).toList(), List.of(MINIX_NETWORK, MINIX_DISK));
    }

    private String published(Published of, Row row) {
        int seconds = (int) (row.intervalMillis / MILLI);
        return row.intervalMillis % MILLI == 0 && of.bySeconds.containsKey(seconds) ? String.format("%.1f", 100 - of.percent(seconds)) : "-";
    }

    /** Returns a table for people. */
    public String text() {
        TextTable table = new TextTable("work", "interval, s", "KiB per million ticks", "loss, %", "deaths", "ticks per death", "supervisor, %", "frames", "lost", "MINIX 3 loses, %");
        for (Row row : rows) {
            table.row(row.work.word(), row.intervalMillis == 0 ? "none" : String.format("%.1f", row.intervalMillis / MILLI), String.format("%.2f", row.bytesPerMillionTicks / 1024),
                    String.format("%.2f", row.lossPercent), row.deaths, String.format("%,d", row.ticksPerDeath), String.format("%.3f", row.supervisorPercent), row.work == Work.NETWORK ? row.frames : "-",
                    row.work == Work.NETWORK ? row.lostFrames : "-", published(row.work == Work.NETWORK ? MINIX_NETWORK : MINIX_DISK, row));
        }
        return table.toString();
    }

    /** Returns the chart: throughput in percent of what it is without deaths, over seconds between two deaths. */
    public String svg() {
        Chart chart = new Chart("Throughput while the driver is killed again and again", "seconds between two deaths", "% of undisturbed");
        for (Work work : Work.values()) {
            List<Chart.Point> points = new ArrayList<>();
            rows.stream().filter(each -> each.work == work && each.intervalMillis > 0).forEach(each -> points.add(new Chart.Point(each.intervalMillis / MILLI, 100 - each.lossPercent)));
            if (!points.isEmpty()) {
                chart.series("Bulkhead, " + work.word(), Chart.Style.LINE, points);
            }
        }
        for (Published each : published) {
            List<Chart.Point> points = each.bySeconds.keySet().stream().sorted().map(seconds -> new Chart.Point(seconds, each.percent(seconds))).toList();
            chart.series(each.source, each == MINIX_DISK ? Chart.Style.POINTS : Chart.Style.LINE, points);
        }
        return chart.svg(Chart.WIDTH, CHART_HEIGHT);
    }
}
