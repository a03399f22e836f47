package org.bulkhead.servers.faultydisk;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;

/** Passes requests on to a disk, and lets them go wrong as it is told. */
public final class FaultyDisk implements BlockDevice {
    /** Bytes of the longest request that is passed on. */
    public static final int REQUEST_LIMIT = 32 * 1024;

    private static final int BLOCK_SIZE = 512;
    /** Somewhere in the data, and not at an edge. */
    private static final int CORRUPTED_BYTE = 77;
    private static final int CORRUPTED_BIT = 0x10;

    private final BlockDevice below;
    private final Faults faults;
    private final ByteBuffer buffer = RawMemory.allocateBuffer(REQUEST_LIMIT);

    /** Decides what goes wrong. */
    public interface Faults {
        /** Returns what becomes of a read of {@code blocks} blocks from {@code firstBlock} on. */
        DiskFault read(long firstBlock, int blocks);

        /** Returns what becomes of a write of {@code blocks} blocks from {@code firstBlock} on. */
        DiskFault write(long firstBlock, int blocks);

        /** Returns by how many blocks a misdirected write misses. */
        long misses();
    }

    /** Makes the faulty side of the disk {@code below}. */
    public FaultyDisk(BlockDevice below, Faults faults) {
        this.below = below;
        this.faults = faults;
    }

    private static void check(ByteBuffer buffer) throws DeviceException {
        if (buffer.remaining() > REQUEST_LIMIT) {
            throw new DeviceException(buffer.remaining() + " bytes in one request, the faulty disk takes " + REQUEST_LIMIT);
        }
    }

    private static void corrupt(ByteBuffer data) {
        data.put(CORRUPTED_BYTE, (byte) (data.get(CORRUPTED_BYTE) ^ CORRUPTED_BIT));
    }

    @Override
    public Geometry geometry(int unit) throws DeviceException {
        return below.geometry(unit);
    }

    @Override
    public void read(int unit, long firstBlock, ByteBuffer into) throws DeviceException {
        check(into);
        DiskFault fault = faults.read(firstBlock, into.remaining() / BLOCK_SIZE);
        if (fault == DiskFault.ERROR) {
            throw new DeviceException("a fault on purpose");
        }
        below.read(unit, firstBlock, buffer.clear().limit(into.remaining()));
        if (fault == DiskFault.READ_CORRUPTED) {
            corrupt(buffer);
        }
        into.put(into.position(), buffer, 0, into.remaining());
    }

    @Override
    public void write(int unit, long firstBlock, ByteBuffer from) throws DeviceException {
        check(from);
        int length = from.remaining();
        buffer.clear().limit(length).put(0, from, from.position(), length);
        switch (faults.write(firstBlock, length / BLOCK_SIZE)) {
            case ERROR -> throw new DeviceException("a fault on purpose");
            case WRITE_LOST -> { }
            case WRITE_CORRUPTED -> {
                corrupt(buffer);
                below.write(unit, firstBlock, buffer);
            }
            case WRITE_TORN -> tear(unit, firstBlock, length);
            case WRITE_MISDIRECTED -> below.write(unit, firstBlock + faults.misses(), buffer);
            case NONE, READ_CORRUPTED -> below.write(unit, firstBlock, buffer);
        }
    }

    private void tear(int unit, long firstBlock, int length) throws DeviceException {
        int whole = length / BLOCK_SIZE / 2 * BLOCK_SIZE;
        if (whole > 0) {
            below.write(unit, firstBlock, buffer.position(0).limit(whole));
        }
        byte[] half = new byte[BLOCK_SIZE / 2];
        buffer.clear().get(whole, half);
        long torn = firstBlock + whole / BLOCK_SIZE;
        below.read(unit, torn, buffer.limit(BLOCK_SIZE));
        buffer.put(0, half);
        below.write(unit, torn, buffer);
    }

    @Override
    public void flush(int unit) throws DeviceException {
        below.flush(unit);
    }

    @Override
    public TransferMode transferMode(TransferMode wanted) {
        return below.transferMode(wanted);
    }
}
