package org.bulkhead.isolate.call;

import java.nio.charset.StandardCharsets;

/** The system's log, kept by the nucleus; every isolate may append to it. */
public final class Log {
    private static final int LINE_LIMIT = 512;

    private Log() {}

    /**
     * Appends one line, cut off after 511 characters; characters outside Latin-1 become {@code ?}. Does not wait. The log keeps its last 64 KiB.
     *
     * @param text without a line end
     */
    public static void line(String text) {
        IsolateState state = IsolateState.current();
        if (state.line == null) {
            state.line = RawBuffer.allocate(LINE_LIMIT);
        }
        RawBuffer line = state.line;
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = Math.min(bytes.length, LINE_LIMIT - 1);
        line.put(0, bytes, 0, length);
        line.putByte(length, '\n');
        Nucleus.log(line.address(0, length + 1), length + 1);
    }
}
