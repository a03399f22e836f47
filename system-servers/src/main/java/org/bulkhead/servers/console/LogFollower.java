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

    /** Passes over all that there is. */
    void skip() {
        while (hasMore()) {
            piece = new byte[0];
        }
    }

    /** Prints all that there is. */
    void show(Terminal terminal) {
        while (hasMore()) {
            String text = new String(piece, StandardCharsets.ISO_8859_1);
            piece = new byte[0];
            terminal.print(text);
        }
    }
}
