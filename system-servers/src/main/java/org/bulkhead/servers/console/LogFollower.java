package org.bulkhead.servers.console;

import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.protocol.LogPiece;
import org.bulkhead.isolate.protocol.Supervision;

/** Follows the system's log from some offset on, a piece at a time. */
final class LogFollower {
    private final Supervision supervision;
    private final byte[] piece = new byte[Message.TEXT_LIMIT - Long.BYTES];
    private long offset;
    private int length;

    LogFollower(Supervision supervision, long offset) {
        this.supervision = supervision;
        this.offset = offset;
    }

    /** Returns whether there is something that has not been shown. */
    boolean hasMore() {
        if (length == 0) {
            LogPiece copied = supervision.log(offset, piece);
            length = copied.length();
            offset = copied.next();
        }
        return length > 0;
    }

    /** Passes over all that there is. */
    void skip() {
        while (hasMore()) {
            length = 0;
        }
    }

    /** Prints all that there is. */
    void show(Terminal terminal) {
        while (hasMore()) {
            char[] text = new char[length];
            for (int i = 0; i < length; i++) {
                text[i] = (char) (piece[i] & 0xFF);
            }
            length = 0;
            terminal.print(new String(text));
        }
    }
}
