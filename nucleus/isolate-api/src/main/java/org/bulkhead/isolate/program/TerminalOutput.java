package org.bulkhead.isolate.program;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;

/** Writes to the program's terminal; waits while that has no room. If the terminal service dies, the session is gone and writing fails. */
final class TerminalOutput extends OutputStream {
    private final Terminals terminal;

    TerminalOutput(Terminals terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        for (int done = 0; done < length;) {
            int count = Math.min(length - done, Terminals.TRANSFER_LIMIT);
            send(Arrays.copyOfRange(bytes, offset + done, offset + done + count));
            done += count;
        }
    }

    private void send(byte[] piece) throws IOException {
        try {
            terminal.write(piece);
        } catch (TerminalException | NucleusException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
