package org.bulkhead.servers.crashloop;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Reads or writes 64 MiB from beginning to end, again and again. Version 0 is what the host wrote; the pass that writes for the first time writes version 1. */
final class DiskLoad implements Work {
    /** Which way data go. */
    enum Direction { READ, WRITE }

    private static final int UNIT = 1;
    private static final int BLOCK_SIZE = 512;

    private final BlockDevice disk;
    private final Direction direction;
    private final ByteBuffer buffer = RawMemory.allocateBuffer(LoadContents.CHUNK);
    private final LongBuffer content = buffer.asLongBuffer();
    /** Where content is made and checked: an array costs a tenth of a buffer's methods for single values. */
    private final long[] values = new long[LoadContents.LONGS];
    private long chunks;
    private int mismatches;

    DiskLoad(BlockDevice disk, Direction direction) {
        this.disk = disk;
        this.direction = direction;
    }

    @Override
    public void step() throws DeviceException {
        int chunk = (int) (chunks % LoadContents.CHUNKS);
        long block = (LoadContents.START + (long) chunk * LoadContents.CHUNK) / BLOCK_SIZE;
        switch (direction) {
            case READ -> {
                disk.read(UNIT, block, buffer);
                content.get(0, values);
                if (!LoadContents.isRight(values, chunk, 0)) {
                    mismatches++;
                }
            }
            case WRITE -> {
                LoadContents.fill(values, chunk, 1 + chunks / LoadContents.CHUNKS);
                content.put(0, values);
                disk.write(UNIT, block, buffer);
            }
        }
        chunks++;
    }

    @Override
    public void end() throws DeviceException {
        disk.flush(UNIT);
    }

    @Override
    public long bytes() {
        return chunks * LoadContents.CHUNK;
    }

    @Override
    public long leastBytes() {
        return LoadContents.SIZE;
    }

    @Override
    public String counts() {
        return "chunks=" + chunks + " mismatches=" + mismatches;
    }
}
