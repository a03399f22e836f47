package org.bulkhead.servers.console;

import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.protocol.LogPiece;
import org.bulkhead.isolate.protocol.Supervision;

/** Follows the system's log from some offset on, a piece at a time. */
final class LogFollower {
    private final Supervision supervision;
    private byte[] piece = new byte[0];
    private long offset;

    LogFollower(Supervision supervision, long offset) {
        this.supervision = supervision;
        this.offset = offset;
    }

    /** Returns whether there is something that has not been shown. */
    boolean hasMore() {
        if (piece.length == 0) {
            LogPiece copied = supervision.log(offset);
            piece = copied.text();
            offset = copied.next();
        }
        return piece.length > 0;
    }

    private String take() {
        String text = new String(piece, StandardCharsets.ISO_8859_1);
        piece = new byte[0];
        return text;
    }

    /** Passes over all that there is. */
    void skip() {
        while (hasMore()) {
            take();
        }
    }

    /** Prints all that there is. */
    void show(Terminal terminal) {
        while (hasMore()) {
            terminal.print(take());
        }
    }

    /** Prints the last {@code lines} lines of all that there is. */
    void showLast(Terminal terminal, long lines) {
        StringBuilder text = new StringBuilder();
        while (hasMore()) {
            text.append(take());
        }
        int start = text.length();
        for (long left = lines; start > 0 && left > 0; left--) {
            start = text.lastIndexOf("\n", start - 2) + 1;
        }
        terminal.print(text.substring(start));
    }
}
