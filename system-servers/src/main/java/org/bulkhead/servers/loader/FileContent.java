package org.bulkhead.servers.loader;

import java.io.IOException;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.modules.archive.Content;

/** A file of the volume as the content of an archive. */
final class FileContent implements Content {
    private final FileStore files;
    private final String path;
    private final long size;

    /** Throws FileException if there is no such file. */
    FileContent(FileStore files, String path) throws FileException {
        this.files = files;
        this.path = path;
        size = files.information(path).size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        try {
            int read = files.read(path, position, into, offset, length);
            if (read < length) {
                throw new IOException(path + " ends at " + (position + read));
            }
        } catch (FileException | NucleusException e) {
            throw new IOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
