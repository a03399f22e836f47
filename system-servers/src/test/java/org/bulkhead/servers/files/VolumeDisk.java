package org.bulkhead.servers.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.volume.Blocks;
import org.bulkhead.volume.FatFormat;
import org.bulkhead.volume.FatVolume;
import org.bulkhead.volume.Partition;

/** A disk in memory with a system volume, whose contents outlive its driver. */
public final class VolumeDisk implements BlockDevice {
    private static final int FIRST = 64;
    private static final int ENTRY = 446;

    private final byte[] contents = new byte[FIRST * Blocks.SIZE + (int) FatFormat.LEAST];

    /** Makes a disk with an empty volume. */
    public VolumeDisk() {
        ByteBuffer.wrap(contents).order(ByteOrder.LITTLE_ENDIAN).put(ENTRY + 4, (byte) Partition.TYPE).putInt(ENTRY + 8, FIRST).putInt(ENTRY + 12, (int) FatFormat.LEAST / Blocks.SIZE)
            .putShort(510, (short) 0xAA55);
        try {
            FatFormat.format(blocks(), FIRST);
        } catch (VolumeErrorException e) {
            throw new AssertionError(e);
        }
    }

    private Blocks blocks() throws VolumeErrorException {
        try {
            return new BootDisk(this, ByteBuffer.allocate(BootDisk.TRANSFER).order(ByteOrder.LITTLE_ENDIAN)).volume();
        } catch (DamagedVolumeException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the files of the volume, read in anew. */
    public Files files(LongSupplier clock) {
        return new FatVolume(this::blocks, clock);
    }

    void forgetPartitions() {
        Arrays.fill(contents, 0, Blocks.SIZE, (byte) 0);
    }

    private int place(int unit, long firstBlock, int length) throws DeviceException {
        if (unit != 0 || firstBlock < 0 || firstBlock * Blocks.SIZE + length > contents.length) {
            throw new DeviceException("block " + firstBlock + " of unit " + unit + " is beyond the end");
        }
        return (int) firstBlock * Blocks.SIZE;
    }

    @Override
    public Geometry geometry(int unit) {
        return new Geometry(contents.length / Blocks.SIZE, Blocks.SIZE, "memory");
    }

    @Override
    public void read(int unit, long firstBlock, ByteBuffer into) throws DeviceException {
        into.put(into.position(), contents, place(unit, firstBlock, into.remaining()), into.remaining());
    }

    @Override
    public void write(int unit, long firstBlock, ByteBuffer from) throws DeviceException {
        from.get(from.position(), contents, place(unit, firstBlock, from.remaining()), from.remaining());
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
