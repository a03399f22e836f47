package org.bulkhead.servers.loader.fixedpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;

/** The bytes of a disk from its start on. */
final class DiskInput extends InputStream {
    private static final int CHUNK = 32 * 1024;
    private static final int BYTE_MASK = 0xFF;

    private final BlockDevice disk;
    private final int unit;
    private final Geometry geometry;
    private final ByteBuffer chunk = RawMemory.allocateBuffer(CHUNK);
    private long nextBlock;

    /** @throws DeviceException if the device has no such unit */
    DiskInput(BlockDevice disk, int unit) throws DeviceException {
        this.disk = disk;
        this.unit = unit;
        geometry = disk.geometry(unit);
        chunk.limit(0);
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk.get() & BYTE_MASK : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.remaining());
        chunk.get(into, offset, count);
        return count;
    }

    /** Returns whether there is anything left, in the chunk then. */
    private boolean fill() throws IOException {
        if (chunk.hasRemaining()) {
            return true;
        }
        long blocks = Math.min(CHUNK / geometry.blockSize(), geometry.blocks() - nextBlock);
        if (blocks == 0) {
            return false;
        }
        chunk.position(0).limit((int) blocks * geometry.blockSize());
        try {
            disk.read(unit, nextBlock, chunk);
        } catch (DeviceException e) {
            throw new IOException("block " + nextBlock + " of unit " + unit + " cannot be read: " + e.getMessage(), e);
        }
        nextBlock += blocks;
        return true;
    }
}
