package org.bulkhead.builder.emulator;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text screen at one moment; rows and columns count from 0. */
public final class ScreenText {
    /** Columns of the screen. */
    public static final int COLUMNS = 80;
    /** Rows of the screen. */
    public static final int ROWS = 25;

    static final int SIZE = ROWS * COLUMNS * 2;
    private static final Charset CODE_PAGE = Charset.forName("IBM437");
    /** What codes 0 to 31 look like, which are control characters elsewhere. */
    private static final String LOWER = " ☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";

    private final byte[] cells;
    private final int cursor;

    /** @param cells video memory; @param cursor number of the cell, negative if it is not known */
    ScreenText(byte[] cells, int cursor) {
        if (cells.length != SIZE) {
            throw new IllegalArgumentException("a screen has " + SIZE + " bytes, not " + cells.length);
        }
        this.cells = cells.clone();
        this.cursor = cursor;
    }

    /** Returns a row without the blanks at its end. */
    public String row(int row) {
        Objects.checkIndex(row, ROWS);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COLUMNS; i++) {
            int code = cells[(row * COLUMNS + i) * 2] & 0xFF;
            text.append(code < ' ' ? LOWER.substring(code, code + 1) : new String(new byte[] {(byte) code}, CODE_PAGE));
        }
        return text.toString().stripTrailing();
    }

    /** Returns all rows as lines, without empty ones at the end. */
    public String text() {
        return IntStream.range(0, ROWS).mapToObj(this::row).collect(Collectors.joining("\n")).stripTrailing();
    }

    /** Returns whether a regular expression is found in {@link #text}; {@code ^} and {@code $} match at lines. */
    public boolean contains(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE).matcher(text()).find();
    }

    /** Returns a cell's colours: the background in the high half of a byte, the foreground in the low one, as the VGA numbers them. */
    public int colours(int row, int column) {
        return cells[(Objects.checkIndex(row, ROWS) * COLUMNS + Objects.checkIndex(column, COLUMNS)) * 2 + 1] & 0xFF;
    }

    /** Returns the cursor's place, row × {@link #COLUMNS} + column; empty if the emulator does not tell. */
    public OptionalInt cursor() {
        return cursor < 0 ? OptionalInt.empty() : OptionalInt.of(cursor);
    }
}
