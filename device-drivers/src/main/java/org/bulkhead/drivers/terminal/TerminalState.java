package org.bulkhead.drivers.terminal;

/** What a terminal knows besides the cells; kept in video memory that is not shown, where it outlives the driver. */
public final class TerminalState {
    private static final int MAGIC = 0xB7A1;
    private static final int FIELDS = 11;
    private static final int CHECKSUM_START = 0x5A5A;
    private static final int CHECKSUM_FACTOR = 31;
    private static final int UNIT = 0xFFFF;

    private static final int WRAP_PENDING = 1;
    private static final int WRAPS = 2;
    private static final int CURSOR_HIDDEN = 4;

    int row;
    int column;
    /** Whether the last column has been written and the cursor still stands there: the next character goes to the next row. */
    boolean wrapPending;
    boolean wraps = true;
    boolean cursorHidden;
    /** The first and last row of the region that scrolls. */
    int top;
    int bottom = TextScreen.ROWS - 1;
    int savedRow;
    int savedColumn;
    final Rendition rendition = new Rendition();
    final Rendition savedRendition = new Rendition();

    /** Returns the cursor's row, from 0 on. */
    public int row() {
        return row;
    }

    /** Returns the cursor's column, from 0 on. */
    public int column() {
        return column;
    }

    /** Returns whether the cursor is not to be seen. */
    public boolean cursorHidden() {
        return cursorHidden;
    }

    /** Stores the state from unit {@code index} on. */
    public void save(VideoMemory memory, int index) {
        int[] fields = fields();
        for (int i = 0; i < FIELDS; i++) {
            memory.put(index + i, fields[i]);
        }
    }

    private int[] fields() {
        int flags = (wrapPending ? WRAP_PENDING : 0) | (wraps ? WRAPS : 0) | (cursorHidden ? CURSOR_HIDDEN : 0);
        int[] fields = {MAGIC, row, column, flags, top, bottom, savedRow, savedColumn, rendition.bits(), savedRendition.bits(), 0};
        fields[FIELDS - 1] = checksum(fields);
        return fields;
    }

    private static int checksum(int[] fields) {
        int sum = CHECKSUM_START;
        for (int i = 0; i < FIELDS - 1; i++) {
            sum = sum * CHECKSUM_FACTOR + fields[i] & UNIT;
        }
        return sum;
    }

    /** Takes over the state that a predecessor stored from unit {@code index} on; returns false and stays as it is if there is none. */
    public boolean restore(VideoMemory memory, int index) {
        int[] fields = new int[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = memory.get(index + i);
        }
        if (fields[0] != MAGIC || fields[FIELDS - 1] != checksum(fields) || !possible(fields)) {
            return false;
        }
        row = fields[1];
        column = fields[2];
        wrapPending = (fields[3] & WRAP_PENDING) != 0;
        wraps = (fields[3] & WRAPS) != 0;
        cursorHidden = (fields[3] & CURSOR_HIDDEN) != 0;
        top = fields[4];
        bottom = fields[5];
        savedRow = fields[6];
        savedColumn = fields[7];
        rendition.set(fields[8]);
        savedRendition.set(fields[9]);
        return true;
    }

    private static boolean possible(int[] fields) {
        return fields[1] < TextScreen.ROWS && fields[2] < TextScreen.COLUMNS && fields[4] < fields[5] && fields[5] < TextScreen.ROWS
            && fields[6] < TextScreen.ROWS && fields[7] < TextScreen.COLUMNS;
    }
}
