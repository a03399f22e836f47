package org.example.printer;

import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Idempotent;
import org.bulkhead.isolate.protocol.MaxLength;
import org.bulkhead.isolate.protocol.Protocol;

/** A printer that takes lines of text. */
@Protocol
public interface Printer {
    /** Most bytes of a line. */
    int LINE_LIMIT = 80;

    /** Prints a line of ASCII; returns when the printer has all of it. Not to be repeated if the driver dies meanwhile: part of it may be on paper. */
    void print(@MaxLength(LINE_LIMIT) String line) throws DeviceException;

    /** Returns whether the printer could print now. */
    @Idempotent
    boolean isReady();
}
