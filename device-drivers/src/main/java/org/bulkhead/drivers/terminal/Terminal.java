package org.bulkhead.drivers.terminal;

import java.util.function.Consumer;
import org.bulkhead.drivers.terminal.EscapeParser.Parameters;

/**
 * A terminal as programs expect one: what of ECMA-48 and of DEC's VT100 is used today, in sixteen colours.
 *
 * <p>Rows and columns count from 1 in control sequences and from 0 here. What is erased takes the current background, as in xterm.
 */
public final class Terminal implements EscapeParser.Handler {
    private static final int BACKSPACE = 0x08;
    private static final int TAB = 0x09;
    private static final int LINE_FEED = 0x0A;
    private static final int FORM_FEED = 0x0C;
    private static final int CARRIAGE_RETURN = 0x0D;
    private static final int TAB_WIDTH = 8;
    private static final int LAST_ROW = TextScreen.ROWS - 1;
    private static final int LAST_COLUMN = TextScreen.COLUMNS - 1;

    private static final int PRIVATE = '?';
    private static final int MODE_WRAP = 7;
    private static final int MODE_CURSOR = 25;

    private final TextScreen screen;
    private final TerminalState state;
    private final Consumer<String> unknown;

    /** @param unknown is told of each sequence that this terminal does not know, and ignores */
    public Terminal(TextScreen screen, TerminalState state, Consumer<String> unknown) {
        this.screen = screen;
        this.state = state;
        this.unknown = unknown;
    }

    private int blank() {
        return TextScreen.cell(' ', state.rendition.colours());
    }

    private void moveTo(int row, int column) {
        state.row = Math.max(0, Math.min(row, LAST_ROW));
        state.column = Math.max(0, Math.min(column, LAST_COLUMN));
        state.wrapPending = false;
    }

    @Override
    public void print(int character) {
        if (state.wrapPending) {
            moveTo(state.row, 0);
            lineFeed();
        }
        screen.put(state.row, state.column, TextScreen.cell(CodePage437.code(character), state.rendition.colours()));
        if (state.column < LAST_COLUMN) {
            state.column++;
        } else {
            state.wrapPending = state.wraps;
        }
    }

    @Override
    public void control(int code) {
        switch (code) {
            case BACKSPACE -> moveTo(state.row, state.column - 1);
            case TAB -> moveTo(state.row, (state.column / TAB_WIDTH + 1) * TAB_WIDTH);
            case CARRIAGE_RETURN -> moveTo(state.row, 0);
            default -> {
                if (code >= LINE_FEED && code <= FORM_FEED) {
                    lineFeed();
                }
            }
        }
    }

    private void lineFeed() {
        if (state.row == state.bottom) {
            screen.scroll(state.top, state.bottom, 1, blank());
            state.wrapPending = false;
        } else {
            moveTo(state.row + 1, state.column);
        }
    }

    private void reverseLineFeed() {
        if (state.row == state.top) {
            screen.scroll(state.top, state.bottom, -1, blank());
            state.wrapPending = false;
        } else {
            moveTo(state.row - 1, state.column);
        }
    }

    @Override
    public void escape(int intermediate, int last) {
        if (intermediate == '(' || intermediate == ')') {
            // Choice of a character set: there is one.
            return;
        }
        switch (intermediate == 0 ? last : 0) {
            case '7' -> save();
            case '8' -> restore();
            case 'D' -> lineFeed();
            case 'E' -> {
                moveTo(state.row, 0);
                lineFeed();
            }
            case 'M' -> reverseLineFeed();
            case 'c' -> reset();
            // What the number pad sends is not the screen's business.
            case '=', '>' -> { }
            default -> unknown.accept("ESC " + (intermediate == 0 ? "" : (char) intermediate + " ") + (char) last);
        }
    }

    /** Clears the screen and forgets everything. */
    public void reset() {
        state.rendition.reset();
        state.savedRendition.reset();
        state.top = 0;
        state.bottom = LAST_ROW;
        state.wraps = true;
        state.cursorHidden = false;
        moveTo(0, 0);
        save();
        screen.fill(0, 0, LAST_ROW, LAST_COLUMN, blank());
    }

    private void save() {
        state.savedRow = state.row;
        state.savedColumn = state.column;
        state.savedRendition.set(state.rendition.bits());
    }

    private void restore() {
        moveTo(state.savedRow, state.savedColumn);
        state.rendition.set(state.savedRendition.bits());
    }

    @Override
    public void sequence(int marker, Parameters parameters, int intermediate, int last) {
        boolean known;
        if (intermediate != 0) {
            known = false;
        } else if (marker == 0) {
            known = move(parameters, last) || edit(parameters, last);
        } else {
            known = marker == PRIVATE && modes(parameters, last);
        }
        if (!known) {
            unknown.accept(text(marker, parameters, intermediate, last));
        }
    }

    private boolean move(Parameters parameters, int last) {
        int count = parameters.orElse(0, 1);
        switch (last) {
            case 'A' -> moveTo(above(count), state.column);
            case 'B', 'e' -> moveTo(below(count), state.column);
            case 'C', 'a' -> moveTo(state.row, state.column + count);
            case 'D' -> moveTo(state.row, state.column - count);
            case 'E' -> moveTo(below(count), 0);
            case 'F' -> moveTo(above(count), 0);
            case 'G', '`' -> moveTo(state.row, count - 1);
            case 'd' -> moveTo(count - 1, state.column);
            case 'H', 'f' -> moveTo(count - 1, parameters.orElse(1, 1) - 1);
            case 's' -> save();
            case 'u' -> restore();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Returns the row so far above, which lies in the scrolling region if the cursor's does. */
    private int above(int count) {
        return Math.max(state.row - count, state.row >= state.top ? state.top : 0);
    }

    private int below(int count) {
        return Math.min(state.row + count, state.row <= state.bottom ? state.bottom : LAST_ROW);
    }

    private boolean edit(Parameters parameters, int last) {
        int count = parameters.orElse(0, 1);
        switch (last) {
            case 'J' -> {
                return erase(parameters.value(0), 0, LAST_ROW);
            }
            case 'K' -> {
                return erase(parameters.value(0), state.row, state.row);
            }
            case 'L', 'M' -> {
                if (state.row >= state.top && state.row <= state.bottom) {
                    screen.scroll(state.row, state.bottom, last == 'M' ? limited(count) : -limited(count), blank());
                }
            }
            case 'P' -> screen.shift(state.row, state.column, limited(count), blank());
            case '@' -> screen.shift(state.row, state.column, -limited(count), blank());
            case 'X' -> screen.fill(state.row, state.column, state.row, Math.min(state.column + count - 1, LAST_COLUMN), blank());
            case 'S' -> screen.scroll(state.top, state.bottom, limited(count), blank());
            case 'T' -> screen.scroll(state.top, state.bottom, -limited(count), blank());
            case 'm' -> {
                return state.rendition.select(parameters);
            }
            case 'r' -> region(parameters.orElse(0, 1) - 1, Math.min(parameters.orElse(1, TextScreen.ROWS), TextScreen.ROWS) - 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int limited(int count) {
        return Math.min(count, TextScreen.COLUMNS);
    }

    /** Erases from the cursor to the end (0), from the start to the cursor (1), or all (2; 3 adds what has scrolled away, which is not kept), between two rows. */
    private boolean erase(int what, int first, int last) {
        switch (what) {
            case 0 -> screen.fill(state.row, state.column, last, LAST_COLUMN, blank());
            case 1 -> screen.fill(first, 0, state.row, state.column, blank());
            case 2, 3 -> screen.fill(first, 0, last, LAST_COLUMN, blank());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void region(int top, int bottom) {
        if (top < bottom) {
            state.top = top;
            state.bottom = bottom;
            moveTo(0, 0);
        }
    }

    /** Sets modes ({@code h}) or resets them ({@code l}). */
    private boolean modes(Parameters parameters, int last) {
        boolean known = last == 'h' || last == 'l';
        for (int i = 0; known && i < parameters.count(); i++) {
            switch (parameters.value(i)) {
                case MODE_WRAP -> state.wraps = last == 'h';
                case MODE_CURSOR -> state.cursorHidden = last == 'l';
                default -> known = false;
            }
        }
        return known;
    }

    private static String text(int marker, Parameters parameters, int intermediate, int last) {
        StringBuilder text = new StringBuilder("ESC [");
        if (marker != 0) {
            text.append(' ').append((char) marker);
        }
        for (int i = 0; i < parameters.count(); i++) {
            text.append(i == 0 ? " " : ";").append(parameters.value(i));
        }
        if (intermediate != 0) {
            text.append(' ').append((char) intermediate);
        }
        return text.append(' ').append((char) last).toString();
    }
}
