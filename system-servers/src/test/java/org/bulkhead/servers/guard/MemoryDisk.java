package org.bulkhead.servers.guard;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;

/** A simulated disk whose contents outlive its driver. */
final class MemoryDisk implements BlockDevice {
    private static final int BLOCK_SIZE = 512;

    final byte[] contents;

    MemoryDisk(int blocks) {
        contents = new byte[blocks * BLOCK_SIZE];
    }

    private int place(long firstBlock, int length) throws DeviceException {
        if (firstBlock < 0 || firstBlock * BLOCK_SIZE + length > contents.length) {
            throw new DeviceException("block " + firstBlock + " is beyond the end");
        }
        return (int) firstBlock * BLOCK_SIZE;
    }

    @Override
    public Geometry geometry(int unit) {
        return new Geometry(contents.length / BLOCK_SIZE, BLOCK_SIZE, "memory");
    }

    @Override
    public void read(int unit, long firstBlock, ByteBuffer into) throws DeviceException {
        into.put(into.position(), contents, place(firstBlock, into.remaining()), into.remaining());
    }

    @Override
    public void write(int unit, long firstBlock, ByteBuffer from) throws DeviceException {
        from.get(from.position(), contents, place(firstBlock, from.remaining()), from.remaining());
    }

    @Override
    public void flush(int unit) {
        // Everything is where it belongs.
    }

    @Override
    public TransferMode transferMode(TransferMode wanted) {
        return wanted;
    }
}
