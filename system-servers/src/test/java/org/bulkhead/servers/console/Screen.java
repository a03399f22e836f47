package org.bulkhead.servers.console;

import java.util.ArrayList;
import java.util.List;

/** As much of a terminal as the editor relies on, simulated: rows of text and a cursor. */
final class Screen {
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;

    void write(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> {
                    row++;
                    column = 0;
                    rows.add(row, new StringBuilder());
                }
                case '\r' -> column = 0;
                case '\b' -> column = Math.max(0, column - 1);
                case '\u0007' -> { }
                case '\u001b' -> i = escape(text, i);
                default -> put(c);
            }
        }
    }

    private int escape(String text, int start) {
        int end = start + 2;
        while (text.charAt(end) < '@') {
            end++;
        }
        switch (text.substring(start, end + 1)) {
            case "\u001b[K" -> rows.get(row).setLength(Math.min(column, rows.get(row).length()));
            case "\u001b[H" -> {
                row = 0;
                column = 0;
            }
            case "\u001b[2J" -> {
                rows.clear();
                rows.add(new StringBuilder());
            }
            default -> throw new AssertionError("the editor sends an escape sequence that not every terminal knows");
        }
        return end;
    }

    private void put(char c) {
        StringBuilder line = rows.get(row);
        while (line.length() <= column) {
            line.append(' ');
        }
        line.setCharAt(column++, c);
    }

    int column() {
        return column;
    }

    List<String> rows() {
        return rows.stream().map(StringBuilder::toString).toList();
    }
}
