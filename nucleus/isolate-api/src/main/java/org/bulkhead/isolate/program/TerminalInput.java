package org.bulkhead.isolate.program;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;

/** Reads what is typed at the program's terminal, for one thread at a time. */
final class TerminalInput extends InputStream {
    private static final int BYTE_MASK = 0xFF;

    private final Terminals terminal;
    private long next;

    TerminalInput(Terminals terminal) {
        this.terminal = terminal;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & BYTE_MASK;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        try {
            Input input = terminal.read(next, length);
            next = input.next();
            System.arraycopy(input.bytes(), 0, into, offset, input.bytes().length);
            return input.bytes().length == 0 ? -1 : input.bytes().length;
        } catch (TerminalException | NucleusException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
