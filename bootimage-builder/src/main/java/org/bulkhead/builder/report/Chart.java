package org.bulkhead.builder.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;

/**
 * A chart of numbers over numbers, drawn as SVG: lines, steps or single points of several series.
 *
 * <pre>
 * String svg = new Chart("Throughput while the driver is killed", "kill interval (s)", "MiB/s")
 *     .series("read", Chart.Style.LINE, points)
 *     .svg(Chart.WIDTH, Chart.HEIGHT);
 * </pre>
 */
public final class Chart {
    /** Usual width in pixels. */
    public static final int WIDTH = 860;
    /** Usual height in pixels. */
    public static final int HEIGHT = 300;

    /** Distinguishable also by those who do not see red or green (Okabe and Ito's palette, without its yellow). */
    private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7), new Color(0x56B4E9), new Color(0xE69F00), Color.BLACK);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final float LINE_WIDTH = 1.8f;
    private static final double POINT = 6;
    private static final int MANY = 30;
    static {
        // SVG turns text by itself: it stays text, and is not drawn as outlines.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);

    /** How the points of a series are drawn. */
    public enum Style {
        /** Joined by straight lines, each marked unless they are many. */
        LINE,
        /** Each value holds until the next. */
        STEPS,
        /** Marked, and not joined. */
        POINTS
    }

    /** A point. */
    public record Point(double x, double y) {}

    private record Series(String name, Style style, List<Point> points) {}

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final List<Series> series = new ArrayList<>();
    private List<String> lanes = List.of();

    /** Makes an empty chart; the labels name quantities with their units. */
    public Chart(String title, String xLabel, String yLabel) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    /** Gives the vertical axis names in the place of numbers, from 0 on upwards: one lane each. */
    public Chart lanes(List<String> names) {
        lanes = List.copyOf(names);
        return this;
    }

    /** Adds a series, whose points are taken in the order of x. */
    public Chart series(String name, Style style, List<Point> points) {
        series.add(new Series(name, style, List.copyOf(points)));
        return this;
    }

    /** Returns whether there is no point to be drawn. */
    public boolean isEmpty() {
        return series.stream().allMatch(each -> each.points().isEmpty());
    }

    /** Returns the chart as an SVG element of the given size in pixels, which needs no other file. Equal charts give equal text. */
    public String svg(int width, int height) {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height, SVGUnits.PX);
        // Without this its identifiers have a random beginning; with it, those of several charts on a page must differ.
        graphics.setDefsKeyPrefix("chart" + Integer.toHexString(title.hashCode()) + "-" + Integer.toHexString(series.hashCode()) + "-");
        graphics.setGeomDoubleConverter(Chart::tenths);
        chart().draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        return graphics.getSVGElement();
    }

    /** A tenth of a pixel is exact enough, and makes half the text. */
    private static String tenths(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private JFreeChart chart() {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(axis(xLabel));
        plot.setRangeAxis(lanes.isEmpty() ? axis(yLabel) : laneAxis());
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setOutlineVisible(false);
        for (int i = 0; i < series.size(); i++) {
            plot.setDataset(i, dataset(series.get(i)));
            plot.setRenderer(i, renderer(series.get(i), COLOURS.get(i % COLOURS.size())));
        }
        JFreeChart chart = new JFreeChart(null, TEXT, plot, true);
        chart.setTitle(new TextTitle(title, TITLE));
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setItemFont(TEXT);
        chart.getLegend().setFrame(BlockBorder.NONE);
        return chart;
    }

    private static ValueAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(true);
        return styled(axis);
    }

    private ValueAxis laneAxis() {
        SymbolAxis axis = new SymbolAxis(yLabel, lanes.toArray(new String[0]));
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, lanes.size() - 0.5);
        return styled(axis);
    }

    private static ValueAxis styled(NumberAxis axis) {
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(TEXT);
        return axis;
    }

    private static XYSeriesCollection dataset(Series each) {
        XYSeries data = new XYSeries(each.name());
        each.points().forEach(point -> data.add(point.x(), point.y()));
        return new XYSeriesCollection(data);
    }

    private static XYLineAndShapeRenderer renderer(Series each, Color colour) {
        XYLineAndShapeRenderer renderer = switch (each.style()) {
            case LINE -> new XYLineAndShapeRenderer(true, each.points().size() <= MANY);
            case STEPS -> new XYStepRenderer();
            case POINTS -> new XYLineAndShapeRenderer(false, true);
        };
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, new BasicStroke(LINE_WIDTH));
        renderer.setSeriesShape(0, new Rectangle2D.Double(-POINT / 2, -POINT / 2, POINT, POINT));
        return renderer;
    }
}
