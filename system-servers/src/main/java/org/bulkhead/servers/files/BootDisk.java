package org.bulkhead.servers.files;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.volume.Blocks;
import org.bulkhead.volume.Partition;

/** The disk that the machine booted from, and the blocks of its volume. Requests may be repeated, so they survive the deaths of the driver. */
final class BootDisk {
    /** Bytes that go to or come from the disk at a time. */
    static final int TRANSFER = 32 * 1024;
    /** Longest time of a request to the disk. */
    static final long REQUEST_NANOS = 10_000_000_000L;

    private static final int UNIT = 0;

    private final BlockDevice disk;
    private final ByteBuffer memory;

    /** Makes the disk of a driver; {@code memory} can be lent to it, {@link #TRANSFER} bytes. */
    BootDisk(BlockDevice disk, ByteBuffer memory) {
        this.disk = disk;
        this.memory = memory;
    }

    /** Finds the volume, by the partition table. */
    Blocks volume() throws DamagedVolumeException, VolumeErrorException {
        Geometry[] geometry = new Geometry[1];
        attempt("size of the disk", () -> geometry[0] = disk.geometry(UNIT));
        if (geometry[0].blockSize() != Blocks.SIZE) {
            throw new DamagedVolumeException("the disk has blocks of " + geometry[0].blockSize() + " bytes instead of " + Blocks.SIZE + ": it can have no system volume");
        }
        attempt("partition table", () -> disk.read(UNIT, 0, memory.clear().limit(Blocks.SIZE)));
        return new PartitionBlocks(Partition.find(memory, geometry[0].blocks()));
    }

    private interface Request {
        void run() throws DeviceException;
    }

    private static void attempt(String what, Request request) throws VolumeErrorException {
        try {
            request.run();
        } catch (DeviceException | NucleusException e) {
            throw new VolumeErrorException(what + ": " + e.getMessage());
        }
    }

    private final class PartitionBlocks implements Blocks {
        private final Partition partition;

        PartitionBlocks(Partition partition) {
            this.partition = partition;
        }

        @Override
        public long count() {
            return partition.sectors();
        }

        @Override
        public void read(long first, ByteBuffer into) throws VolumeErrorException {
            check(first, into.remaining());
            for (int at = 0; at < into.remaining(); at += TRANSFER) {
                int count = Math.min(TRANSFER, into.remaining() - at);
                long place = partition.first() + first + at / Blocks.SIZE;
                attempt("read of the volume", () -> disk.read(UNIT, place, memory.clear().limit(count)));
                into.put(into.position() + at, memory, 0, count);
            }
        }

        @Override
        public void write(long first, ByteBuffer from) throws VolumeErrorException {
            check(first, from.remaining());
            for (int at = 0; at < from.remaining(); at += TRANSFER) {
                int count = Math.min(TRANSFER, from.remaining() - at);
                long place = partition.first() + first + at / Blocks.SIZE;
                memory.clear().put(0, from, from.position() + at, count).limit(count);
                attempt("write to the volume", () -> disk.write(UNIT, place, memory));
            }
        }

        /** What lies beside the volume is never touched, whatever its structures say. */
        private void check(long first, int bytes) throws VolumeErrorException {
            int blocks = bytes / Blocks.SIZE;
            if (blocks == 0 || bytes % Blocks.SIZE != 0 || first < 0 || first > partition.sectors() - blocks) {
                throw new VolumeErrorException(bytes + " bytes from block " + first + " on, of " + partition.sectors() + " blocks of the volume");
            }
        }

        @Override
        public void flush() throws VolumeErrorException {
            attempt("flush", () -> disk.flush(UNIT));
        }
    }
}
