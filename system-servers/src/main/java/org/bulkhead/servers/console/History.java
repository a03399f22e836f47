package org.bulkhead.servers.console;

/** The last lines entered, to go back to; the oldest is forgotten first. */
final class History {
    /** Lines that are kept. */
    static final int LIMIT = 64;

    private final String[] lines = new String[LIMIT];
    private int count;
    /** Lines gone back from the newest; 0 = the line being typed. */
    private int back;
    private String draft = "";

    /** Adds a line, unless it is empty or the same as the one before, and returns to the end. */
    void add(String line) {
        back = 0;
        if (!line.isEmpty() && (count == 0 || !line.equals(at(1)))) {
            lines[count++ % LIMIT] = line;
        }
    }

    private String at(int distance) {
        return lines[(count - distance) % LIMIT];
    }

    /** Goes one line back; {@code current} is what has been typed, for coming back to it. Returns the line to show, or null at the oldest. */
    String previous(String current) {
        if (back == Math.min(count, LIMIT)) {
            return null;
        }
        if (back == 0) {
            draft = current;
        }
        return at(++back);
    }

    /** Goes one line forward; returns the line to show, or null if the newest is shown. */
    String next() {
        if (back == 0) {
            return null;
        }
        back--;
        return back == 0 ? draft : at(back);
    }
}
