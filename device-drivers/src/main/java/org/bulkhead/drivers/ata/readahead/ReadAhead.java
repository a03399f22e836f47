package org.bulkhead.drivers.ata.readahead;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;

/**
 * A disk that reads ahead: whoever reads in small steps, each where the last one ended, gets the next ones from a buffer that was filled by one
 * transfer. What is written goes to the disk at once, and the buffer is forgotten.
 */
final class ReadAhead implements BlockDevice {
    /** Bytes that are read at a time; what is left of the driver's raw memory beside a client's own 64 KiB. */
    private static final int AHEAD = 32 * 1024;

    private final BlockDevice disks;
    private final ByteBuffer buffer = RawMemory.allocateBuffer(AHEAD);
    /** The blocks in the buffer: of this unit, from this one on, up to that one, which is 0 if there are none. */
    private int unit;
    private long first;
    private long end;
    /** Of all units; 0 until something has been read. */
    private int blockSize;
    /** Where the last read ended: the next one is expected there. */
    private int lastUnit;
    private long lastEnd;

    ReadAhead(BlockDevice disks) {
        this.disks = disks;
    }

    /** Forgets what is in the buffer. */
    private void forget() {
        end = 0;
    }

    @Override
    public Geometry geometry(int wanted) throws DeviceException {
        return disks.geometry(wanted);
    }

    @Override
    public void read(int wanted, long firstBlock, ByteBuffer into) throws DeviceException {
        boolean sequential = blockSize != 0 && wanted == lastUnit && firstBlock == lastEnd;
        int bytes = into.remaining();
        if (!isBuffered(wanted, firstBlock, bytes) && (!sequential || bytes >= AHEAD || !fill(wanted, firstBlock, bytes))) {
            disks.read(wanted, firstBlock, into);
            note(wanted, firstBlock, bytes);
            return;
        }
        int offset = (int) (firstBlock - first) * blockSize;
        into.put(buffer.clear().position(offset).limit(offset + bytes));
        note(wanted, firstBlock, bytes);
    }

    private void note(int wanted, long firstBlock, int bytes) throws DeviceException {
        if (blockSize == 0) {
            blockSize = disks.geometry(wanted).blockSize();
        }
        lastUnit = wanted;
        lastEnd = firstBlock + bytes / blockSize;
    }

    private boolean isBuffered(int wanted, long firstBlock, int bytes) {
        return end != 0 && wanted == unit && bytes > 0 && bytes % blockSize == 0 && firstBlock >= first && firstBlock + bytes / blockSize <= end;
    }

    /** Fills the buffer from a block on; returns whether {@code bytes} bytes are there now. */
    private boolean fill(int wanted, long firstBlock, int bytes) throws DeviceException {
        forget();
        long blocks = Math.min(AHEAD / blockSize, disks.geometry(wanted).blocks() - firstBlock);
        if (bytes == 0 || bytes % blockSize != 0 || blocks < bytes / blockSize) {
            // Not ours to say what is wrong with it.
            return false;
        }
        disks.read(wanted, firstBlock, buffer.clear().limit((int) blocks * blockSize));
        unit = wanted;
        first = firstBlock;
        end = firstBlock + blocks;
        return true;
    }

    @Override
    public void write(int wanted, long firstBlock, ByteBuffer from) throws DeviceException {
        forget();
        disks.write(wanted, firstBlock, from);
    }

    @Override
    public void flush(int wanted) throws DeviceException {
        disks.flush(wanted);
    }

    @Override
    public TransferMode transferMode(TransferMode wanted) {
        return disks.transferMode(wanted);
    }
}
