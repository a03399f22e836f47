package org.bulkhead.drivers.vga;

import java.util.function.Consumer;
import org.bulkhead.drivers.terminal.EscapeParser;
import org.bulkhead.drivers.terminal.Terminal;
import org.bulkhead.drivers.terminal.TerminalState;
import org.bulkhead.drivers.terminal.TextScreen;
import org.bulkhead.drivers.terminal.VideoMemory;
import org.bulkhead.isolate.PortRange;

/** A VGA in the text mode in which the BIOS leaves it, 80 columns by 25 rows, behaving as a terminal. */
final class VgaText {
    // CRT controller: index and data, as offsets in its port range, and what is behind them.
    private static final int CRT_INDEX = 0;
    private static final int CRT_DATA = 1;
    private static final int CURSOR_START = 0x0A;
    private static final int CURSOR_END = 0x0B;
    private static final int START_HIGH = 0x0C;
    private static final int START_LOW = 0x0D;
    private static final int CURSOR_HIGH = 0x0E;
    private static final int CURSOR_LOW = 0x0F;
    private static final int CURSOR_OFF = 0x20;
    /** The cursor is the lowest two of a character's sixteen lines. */
    private static final int CURSOR_FIRST_LINE = 14;
    private static final int CURSOR_LAST_LINE = 15;
    /** Reading it, at this offset of the CRT controller's port range, makes the attribute controller expect an index. */
    private static final int INPUT_STATUS = 6;

    /** The attribute controller has one register for index and data in turn; this bit of the index keeps the picture on. */
    private static final int ATTRIBUTE_PICTURE = 0x20;
    private static final int ATTRIBUTE_MODE = 0x10;
    /** Text, the ninth column of line-drawing characters as the eighth, and bright backgrounds instead of blinking. */
    private static final int MODE_BRIGHT_BACKGROUNDS = 0x04;

    /** Where the terminal's state is kept: behind the cells, which end at unit 2000. */
    private static final int STATE = 2048;
    private static final int BYTE = 8;

    private final PortRange crt;
    private final VideoMemory memory;
    private final TerminalState state = new TerminalState();
    private final EscapeParser parser;
    private int shownCursor = -1;
    private int shownFirstLine = -1;

    /** Takes over the screen with what a predecessor showed on it; without one, clears it. {@code unknown} is told of sequences that are ignored. */
    VgaText(PortRange crt, PortRange attributes, VideoMemory memory, Consumer<String> unknown) {
        this.crt = crt;
        this.memory = memory;
        crt.read(INPUT_STATUS);
        attributes.write(0, ATTRIBUTE_PICTURE | ATTRIBUTE_MODE);
        attributes.write(0, MODE_BRIGHT_BACKGROUNDS);
        crtWrite(START_HIGH, 0);
        crtWrite(START_LOW, 0);
        crtWrite(CURSOR_END, CURSOR_LAST_LINE);
        Terminal terminal = new Terminal(new TextScreen(memory), state, unknown);
        if (!state.restore(memory, STATE)) {
            terminal.reset();
        }
        parser = new EscapeParser(terminal);
        finish();
    }

    private void crtWrite(int register, int value) {
        crt.write(CRT_INDEX, register);
        crt.write(CRT_DATA, value);
    }

    /** Shows {@code length} bytes of output. */
    void write(byte[] from, int length) {
        for (int i = 0; i < length; i++) {
            parser.take(from[i]);
        }
        finish();
    }

    private void finish() {
        state.save(memory, STATE);
        int cursor = state.row() * TextScreen.COLUMNS + state.column();
        int firstLine = state.cursorHidden() ? CURSOR_OFF : CURSOR_FIRST_LINE;
        if (firstLine != shownFirstLine) {
            shownFirstLine = firstLine;
            crtWrite(CURSOR_START, firstLine);
        }
        if (cursor != shownCursor) {
            shownCursor = cursor;
            crtWrite(CURSOR_HIGH, cursor >> BYTE);
            crtWrite(CURSOR_LOW, cursor);
        }
    }
}
