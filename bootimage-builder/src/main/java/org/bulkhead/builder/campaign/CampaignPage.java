package org.bulkhead.builder.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulkhead.builder.campaign.CampaignReport.Row;
import org.bulkhead.builder.report.Chart;
import org.bulkhead.builder.report.Chart.Point;
import org.bulkhead.builder.report.Chart.Style;

/** The report of a campaign as one HTML page, which needs no other file. */
final class CampaignPage {
    private static final int LANE_HEIGHT = 26;
    private static final int FRAME_HEIGHT = 110;
    private static final double PERCENT = 100.0;

    private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Fault-injection campaign</title>\n<style>"
        + "body{font-family:sans-serif;max-width:70em;margin:2em auto;padding:0 1em}table{border-collapse:collapse}td,th{padding:.2em .6em;border-bottom:1px solid #ddd;text-align:right}"
        + "td:first-child,th:first-child{text-align:left}</style></head><body>\n");

    CampaignPage(String summary) {
        page.append("<h1>Fault-injection campaign</h1>\n<p>").append(summary).append("</p>\n");
    }

    /** Adds a table and a chart of what became of the faults that were reached. */
    void section(String title, String[] headings, Map<String, Row> rows) {
        page.append("<h2>").append(title).append("</h2>\n<table><tr>");
        for (String each : headings) {
            page.append("<th>").append(each).append("</th>");
        }
        page.append("</tr>\n");
        rows.forEach((name, row) -> {
            page.append("<tr>");
            for (Object cell : CampaignReport.cells(name, row)) {
                page.append("<td>").append(cell).append("</td>");
            }
            page.append("</tr>\n");
        });
        page.append("</table>\n").append(chart(title, rows).svg(Chart.WIDTH, FRAME_HEIGHT + LANE_HEIGHT * rows.size())).append('\n');
    }

    private static Chart chart(String title, Map<String, Row> rows) {
        List<String> names = new ArrayList<>(rows.keySet());
        Chart chart = new Chart(title + ": what reached faults led to", "% of the faults that were reached", "").lanes(names);
        for (Outcome outcome : Outcome.values()) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Row row = rows.get(names.get(i));
                // What was not reached is masked, and says nothing.
                long count = row.outcomes().get(outcome) - (outcome == Outcome.MASKED ? row.faults() - row.reached() : 0);
                if (row.reached() > 0 && count > 0) {
                    points.add(new Point(PERCENT * count / row.reached(), i));
                }
            }
            if (!points.isEmpty()) {
                chart.series(outcome.words(), Style.POINTS, points);
            }
        }
        return chart;
    }

    /** Returns the page. */
    String html(long failures) {
        return page.append(String.format(Locale.ROOT, "<p>Nucleus crashes and silent corruptions: %,d.</p>%n", failures)).append("</body></html>\n").toString();
    }
}
