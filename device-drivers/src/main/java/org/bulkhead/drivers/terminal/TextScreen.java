package org.bulkhead.drivers.terminal;

import java.util.Arrays;

/** The cells that are shown, by row and column from 0 on. A copy is kept, since video memory is slow to read. */
public final class TextScreen {
    /** Columns of the screen. */
    public static final int COLUMNS = 80;
    /** Rows of the screen. */
    public static final int ROWS = 25;
    private static final int CELLS = COLUMNS * ROWS;

    private static final int COLOURS_SHIFT = 8;

    private final VideoMemory memory;
    private final char[] cells = new char[CELLS];

    /** Takes over what is shown. */
    public TextScreen(VideoMemory memory) {
        this.memory = memory;
        memory.get(cells);
    }

    /** Returns the cell that shows {@code glyph}, a code of code page 437, in {@code colours}: the foreground in the low four bits, the background above. */
    static int cell(int glyph, int colours) {
        return glyph | colours << COLOURS_SHIFT;
    }

    void put(int row, int column, int cell) {
        store(row * COLUMNS + column, cell);
    }

    private void store(int index, int cell) {
        if (cells[index] != cell) {
            cells[index] = (char) cell;
            memory.put(index, cell);
        }
    }

    /** Fills the cells from one place to another, both included, in reading order. */
    void fill(int fromRow, int fromColumn, int toRow, int toColumn, int cell) {
        for (int i = fromRow * COLUMNS + fromColumn; i <= toRow * COLUMNS + toColumn; i++) {
            store(i, cell);
        }
    }

    /** Moves the rows from {@code top} to {@code bottom}, both included, up by {@code count}; negative is down. Rows that come in are filled with {@code blank}. */
    void scroll(int top, int bottom, int count, int blank) {
        move(top * COLUMNS, (bottom + 1) * COLUMNS, count * COLUMNS, blank);
    }

    /** Moves the cells of a row from {@code column} on to the left by {@code count}; negative is to the right. Cells that come in are filled with {@code blank}. */
    void shift(int row, int column, int count, int blank) {
        move(row * COLUMNS + column, (row + 1) * COLUMNS, count, blank);
    }

    private void move(int from, int to, int distance, int blank) {
        int width = Math.min(Math.abs(distance), to - from);
        char[] moved = Arrays.copyOfRange(cells, from, to);
        for (int i = from; i < to; i++) {
            int source = i + (distance < 0 ? -width : width);
            store(i, source >= from && source < to ? moved[source - from] : blank);
        }
    }
}
