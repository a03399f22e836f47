package org.bulkhead.servers.console;

import java.util.ArrayList;
import java.util.List;

/** A table with aligned columns: the heading of a column of numbers begins with {@code >}, and its cells stand at the right. */
final class Table {
    private static final String GAP = "  ";

    private record Row(String[] cells, Style style) {}

    private final String[] headings;
    private final boolean[] right;
    private final int[] widths;
    private final List<Row> rows = new ArrayList<>();

    Table(String... headings) {
        this.headings = new String[headings.length];
        right = new boolean[headings.length];
        widths = new int[headings.length];
        for (int i = 0; i < headings.length; i++) {
            right[i] = headings[i].startsWith(">");
            this.headings[i] = right[i] ? headings[i].substring(1) : headings[i];
            widths[i] = this.headings[i].length();
        }
    }

    /** Adds a row in that style; cells are texts or numbers. */
    Table row(Style style, Object... cells) {
        String[] texts = new String[headings.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(cells[i]);
            widths[i] = Math.max(widths[i], texts[i].length());
        }
        rows.add(new Row(texts, style));
        return this;
    }

    /** Adds a plain row. */
    Table row(Object... cells) {
        return row(Style.PLAIN, cells);
    }

    /** Returns the number of rows below the headings. */
    int size() {
        return rows.size();
    }

    /** Prints headings and rows, or only that line if there are no rows. */
    void printOr(String nothing, Terminal terminal) {
        if (rows.isEmpty()) {
            terminal.println(nothing);
        } else {
            print(terminal);
        }
    }

    /** Prints headings and rows. */
    void print(Terminal terminal) {
        terminal.println(Style.HEADING, line(headings));
        for (Row row : rows) {
            terminal.println(row.style, line(row.cells));
        }
    }

    private String line(String[] cells) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(GAP);
            }
            String padding = " ".repeat(widths[i] - cells[i].length());
            text.append(right[i] ? padding + cells[i] : cells[i] + (i == cells.length - 1 ? "" : padding));
        }
        return text.toString();
    }
}
