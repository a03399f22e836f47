package org.bulkhead.servers.loader;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.volume.Blocks;
import org.bulkhead.volume.FatFormat;
import org.bulkhead.volume.FatVolume;

/** The system's own file system on a disk in memory. */
final class MemoryVolume implements Blocks {
    private final byte[] contents = new byte[(int) FatFormat.LEAST];

    static FatVolume make() throws VolumeErrorException {
        MemoryVolume blocks = new MemoryVolume();
        FatFormat.format(blocks, 0);
        return new FatVolume(() -> blocks, () -> 0L);
    }

    @Override
    public long count() {
        return contents.length / SIZE;
    }

    @Override
    public void read(long first, ByteBuffer into) {
        into.put(into.position(), contents, (int) first * SIZE, into.remaining());
    }

    @Override
    public void write(long first, ByteBuffer from) {
        from.get(from.position(), contents, (int) first * SIZE, from.remaining());
    }

    @Override
    public void flush() {
        // Memory is where it belongs.
    }
}
