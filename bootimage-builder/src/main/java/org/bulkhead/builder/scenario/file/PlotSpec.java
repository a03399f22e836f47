package org.bulkhead.builder.scenario.file;

import org.bulkhead.builder.report.Chart;

/**
 * A plot of values of marked lines, for the report.
 *
 * @param title what it shows
 * @param word of the lines
 * @param x key of the values to the right, or {@link #TICKS}
 * @param y key of the values upwards
 * @param by key of which each value gets a series of its own; empty if all are one
 * @param xLabel quantity and unit to the right
 * @param yLabel quantity and unit upwards
 * @param style how points are drawn
 */
public record PlotSpec(String title, String word, String x, String y, String by, String xLabel, String yLabel, Chart.Style style) {
    /** The key of time-stamps, which are drawn in millions. */
    public static final String TICKS = "ticks";
}
