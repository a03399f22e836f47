package org.bulkhead.servers.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bulkhead.modules.archive.Content;

/** Reads a file of the volume from front to end; each read is a request, so small ones want a buffer. */
final class FileInput extends InputStream {
    private static final int BYTE_MASK = 0xFF;

    private final Content file;
    private long next;

    FileInput(Content file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & BYTE_MASK;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = (int) Math.min(length, file.size() - next);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        file.read(next, into, offset, count);
        next += count;
        return count;
    }
}
