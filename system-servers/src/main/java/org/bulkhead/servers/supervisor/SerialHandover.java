package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.PortGrant;

/** Notes up to where the nucleus wrote the log to the serial line by itself, which it does until somebody is granted the line's ports. */
final class SerialHandover {
    private static final int SERIAL_PORT = 0x3F8;

    private final RawBuffer text;
    private final Ledger ledger;

    /** Reads the log through {@code text}. */
    SerialHandover(RawBuffer text, Ledger ledger) {
        this.text = text;
        this.ledger = ledger;
    }

    /** Is told of each grant of ports just before it happens. */
    void beforeGranting(PortGrant ports) {
        if (ledger.logOffset() == 0 && ports.first() <= SERIAL_PORT && SERIAL_PORT < ports.first() + ports.count()) {
            long offset = 0;
            long last;
            do {
                last = offset;
                offset = Supervising.readLog(last, text);
            } while (offset > last);
            ledger.writeLogOffset(offset);
        }
    }

    /** Returns the offset in the log of the first byte that nobody wrote to the serial line yet, 0 if the nucleus still does. */
    long offset() {
        return ledger.logOffset();
    }
}
