package org.bulkhead.servers.console;

/** The line being typed: takes characters one by one and says what to echo for each. */
final class LineEditor {
    static final int LIMIT = 78;

    private static final int BACKSPACE = 0x08;
    private static final int DELETE = 0x7F;
    private static final int CANCEL = 0x15;
    private static final String ERASE_ONE = "\b \b";

    private final StringBuilder line = new StringBuilder();
    private boolean complete;

    /** Takes a character; returns the text to echo. After the end of the line {@link #isComplete} holds. */
    String type(int c) {
        if (c == '\r' || c == '\n') {
            complete = true;
            return "\n";
        }
        if (c == BACKSPACE || c == DELETE) {
            if (line.length() == 0) {
                return "";
            }
            line.setLength(line.length() - 1);
            return ERASE_ONE;
        }
        if (c == CANCEL) {
            int erased = line.length();
            line.setLength(0);
            return ERASE_ONE.repeat(erased);
        }
        if (c < ' ' || c > '~' || line.length() == LIMIT) {
            return "";
        }
        line.append((char) c);
        return String.valueOf((char) c);
    }

    boolean isComplete() {
        return complete;
    }

    /** Returns what has been typed so far. */
    String text() {
        return line.toString();
    }

    /** Returns the complete line, and begins the next. */
    String take() {
        String taken = line.toString();
        line.setLength(0);
        complete = false;
        return taken;
    }
}
