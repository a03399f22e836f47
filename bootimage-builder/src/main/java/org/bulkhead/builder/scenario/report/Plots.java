package org.bulkhead.builder.scenario.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.report.Chart;
import org.bulkhead.builder.report.Chart.Point;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.builder.scenario.file.PlotSpec;
import org.bulkhead.builder.scenario.judge.Death;

/** The plots of one scenario, as SVG. */
final class Plots {
    private static final double MILLION = 1e6;
    private static final String TIME = "million instructions since power-on";
    private static final int LANE_HEIGHT = 26;
    private static final int FRAME_HEIGHT = 110;

    private final ScenarioReport report;

    Plots(ScenarioReport report) {
        this.report = report;
    }

    /** Returns those that have something to show: the timeline, the work over time, the recoveries, and what the file asks for. */
    List<String> all() {
        List<String> plots = new ArrayList<>();
        add(plots, timeline(), FRAME_HEIGHT + LANE_HEIGHT * lanes().size());
        add(plots, work(), Chart.HEIGHT);
        add(plots, recoveries(), Chart.HEIGHT);
        report.file().plots().forEach(each -> add(plots, plot(each), Chart.HEIGHT));
        return plots;
    }

    private static void add(List<String> plots, Chart chart, int height) {
        if (!chart.isEmpty()) {
            plots.add(chart.svg(Chart.WIDTH, height));
        }
    }

    private List<String> lanes() {
        TreeSet<String> lanes = new TreeSet<>();
        report.deaths().forEach(each -> lanes.add(each.isolate()));
        report.evidence().lines("step").forEach(each -> lanes.add(each.values().getOrDefault("target", "plan")));
        return List.copyOf(lanes);
    }

    private Chart timeline() {
        List<String> lanes = lanes();
        List<Point> steps = new ArrayList<>();
        for (MarkedLine each : report.evidence().lines("step")) {
            steps.add(new Point(each.number("ticks") / MILLION, lanes.indexOf(each.values().getOrDefault("target", "plan"))));
        }
        List<Point> faults = new ArrayList<>();
        List<Point> services = new ArrayList<>();
        for (Death each : report.deaths()) {
            if (each.faultTicks() == 0) {
                continue;
            }
            int lane = lanes.indexOf(each.isolate());
            faults.add(new Point(each.faultTicks() / MILLION, lane));
            if (each.instructionsToService() > 0) {
                services.add(new Point((each.faultTicks() + each.instructionsToService()) / MILLION, lane));
            }
        }
        return new Chart("What happened to whom", TIME, "").lanes(lanes).series("step of the plan", Chart.Style.POINTS, steps).series("died", Chart.Style.POINTS, faults)
            .series("first request completed again", Chart.Style.POINTS, services);
    }

    /** Messages per million instructions, between one sample and the next. */
    private Chart work() {
        Map<String, List<Point>> series = new LinkedHashMap<>();
        List<ScenarioReport.Sample> samples = report.samples();
        for (int i = 1; i < samples.size(); i++) {
            ScenarioReport.Sample last = samples.get(i - 1);
            double ticks = (samples.get(i).ticks() - last.ticks()) / MILLION;
            double at = samples.get(i).ticks() / MILLION;
            samples.get(i).messages().forEach((service, count) -> {
                long before = last.messages().getOrDefault(service, 0L);
                series.computeIfAbsent(service, each -> new ArrayList<>()).add(new Point(at, (count - before) / ticks));
            });
        }
        Chart chart = new Chart("Requests that arrived at each service", TIME, "per million instructions");
        series.forEach((service, points) -> {
            if (points.stream().anyMatch(each -> each.y() > 0)) {
                chart.series(service, Chart.Style.LINE, points);
            }
        });
        return chart;
    }

    private Chart recoveries() {
        Map<String, List<Point>> series = new LinkedHashMap<>();
        for (Death each : report.deaths()) {
            if (each.instructionsToService() > 0) {
                series.computeIfAbsent(each.isolate(), name -> new ArrayList<>()).add(new Point(each.faultTicks() / MILLION, each.instructionsToService() / MILLION));
            }
        }
        Chart chart = new Chart("From each fault to the next completed request", TIME, "million instructions");
        series.forEach((isolate, points) -> chart.series(isolate, Chart.Style.POINTS, points));
        return chart;
    }

    private Chart plot(PlotSpec spec) {
        Map<String, List<Point>> series = new LinkedHashMap<>();
        for (MarkedLine each : report.evidence().lines(spec.word())) {
            String name = spec.by().isEmpty() ? spec.y() : each.values().getOrDefault(spec.by(), "?");
            try {
                series.computeIfAbsent(name, key -> new ArrayList<>()).add(new Point(value(each, spec.x()), value(each, spec.y())));
            } catch (UserProblem e) {
                // A line without the values is not in the plot; whether it should have them is for an expectation to say.
                continue;
            }
        }
        Chart chart = new Chart(spec.title(), spec.xLabel(), spec.yLabel());
        series.forEach((name, points) -> chart.series(name, spec.style(), points));
        return chart;
    }

    private static double value(MarkedLine line, String key) {
        return key.equals(PlotSpec.TICKS) ? line.number(key) / MILLION : line.number(key);
    }
}
