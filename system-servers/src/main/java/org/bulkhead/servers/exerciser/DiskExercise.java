package org.bulkhead.servers.exerciser;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;

/**
 * Writes and reads extents of a disk. In each round one extent gets a new version and is read back, and one that was written earlier is read; now and then the cache is flushed, and data goes by the
 * processor instead of the device.
 */
final class DiskExercise extends Exercise {
    /** Blocks that are written and read at a time. */
    static final int EXTENT_BLOCKS = 8;

    private static final int EXTENTS = 16;
    /** In one of so many rounds the cache is flushed, and the size asked for. */
    private static final int FLUSH_ROUNDS = 4;
    /** In one of so many rounds the processor moves the data. */
    private static final int PROCESSOR_ROUNDS = 4;
    /** A multiplier that visits all extents in an order without neighbours. */
    private static final int STRIDE = 7;

    /** Who finds out about wrong data. */
    enum Checks {
        /** Nobody else: what is wrong is detected here, complained about, and written anew. */
        HERE,
        /** The service itself: whatever it delivers must be right. */
        BELOW
    }

    /** Where the blocks are. */
    record Area(int unit, long firstBlock) {}

    private final BlockDevice disk;
    private final Area area;
    private final Checks checks;
    private final ByteBuffer buffer = RawMemory.allocateBuffer(EXTENT_BLOCKS * BlockContents.SIZE);
    private final LongBuffer content = buffer.asLongBuffer();
    /** Where content is made and checked: an array costs a tenth of a buffer's methods for single values. */
    private final long[] values = new long[EXTENT_BLOCKS * BlockContents.LONGS];
    /** Version of each extent that the disk has confirmed last, 0 if none. */
    private final int[] confirmed = new int[EXTENTS];
    /** Newest version that was sent to each extent: more than was confirmed if that write ended with an error. */
    private final int[] sent = new int[EXTENTS];
    private Geometry geometry;

    DiskExercise(String device, BlockDevice disk, Area area, Checks checks, Complaints complaints) {
        super(device, complaints);
        this.disk = disk;
        this.area = area;
        this.checks = checks;
    }

    @Override
    void round(long round) {
        if (round % PROCESSOR_ROUNDS <= 1) {
            TransferMode mode = round % PROCESSOR_ROUNDS == 0 ? TransferMode.BY_PROCESSOR : TransferMode.BY_DEVICE;
            ask(() -> {
                disk.transferMode(mode);
                return null;
            });
        }
        int extent = (int) (round * STRIDE % EXTENTS);
        write(extent);
        check(extent);
        check((extent + EXTENTS / 2) % EXTENTS);
        if (round % FLUSH_ROUNDS == 0) {
            ask(() -> {
                disk.flush(area.unit);
                return null;
            });
            ask(this::size);
        }
    }

    private String size() throws DeviceException {
        Geometry now = disk.geometry(area.unit);
        if (geometry == null) {
            geometry = now;
        }
        return now.blocks() == geometry.blocks() && now.blockSize() == geometry.blockSize() && now.model().equals(geometry.model()) ? null : "GEOMETRY";
    }

    private long block(int extent) {
        return area.firstBlock + (long) extent * EXTENT_BLOCKS;
    }

    /** Writes the next version of an extent; returns whether that was confirmed. */
    private boolean write(int extent) {
        int version = ++sent[extent];
        boolean done = ask(() -> {
            for (int i = 0; i < EXTENT_BLOCKS; i++) {
                BlockContents.fill(values, i * BlockContents.LONGS, block(extent) + i, version);
            }
            content.put(0, values);
            disk.write(area.unit, block(extent), buffer);
            return null;
        });
        if (done) {
            confirmed[extent] = version;
        }
        return done;
    }

    /** Reads an extent that was written, and checks it; one that has gone wrong is written anew. */
    private void check(int extent) {
        if (confirmed[extent] == 0) {
            return;
        }
        String problem = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean answered = ask(() -> {
                // So that nothing can pass for an answer that was there before.
                RawMemory.clear(buffer);
                disk.read(area.unit, block(extent), buffer);
                return null;
            });
            problem = answered ? problem(extent) : null;
            if (answered && problem == null) {
                return;
            }
            if (problem != null) {
                found(problem);
            }
            write(extent);
        }
        if (problem != null) {
            tally().wrong(problem);
        }
    }

    private void found(String problem) {
        switch (checks) {
            case HERE -> detected(problem);
            case BELOW -> tally().wrong(problem);
        }
    }

    private String problem(int extent) {
        content.get(0, values);
        for (int i = 0; i < EXTENT_BLOCKS; i++) {
            String problem = BlockContents.problem(values, i * BlockContents.LONGS, block(extent) + i, confirmed[extent], sent[extent]);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }
}
