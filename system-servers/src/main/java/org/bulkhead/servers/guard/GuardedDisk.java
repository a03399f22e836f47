package org.bulkhead.servers.guard;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;

/** The blocks of a guarded part of a disk: what is read is what was written, or there is an exception. Unit 0 is the only one. */
final class GuardedDisk implements BlockDevice {
    /** What is done about writes that may not have happened. */
    enum Writes {
        /** Each is read back. */
        VERIFIED,
        /** Nothing: a write that was lost is found out by whoever reads. */
        TRUSTED
    }

    /** The part of a disk that is guarded: from a block of a unit to the unit's end. */
    record Part(int unit, long start) {}

    /**
     * Memory that can be lent to the disk, which an isolate can never give back.
     *
     * @param data for one piece
     * @param readBack for the same piece, read again
     * @param sums for a block of checksums, or a superblock
     */
    record Memory(ByteBuffer data, ByteBuffer readBack, ByteBuffer sums) {
        static Memory allocate() {
            return new Memory(RawMemory.allocateBuffer(PIECE), RawMemory.allocateBuffer(PIECE), RawMemory.allocateBuffer(Layout.BLOCK_SIZE));
        }
    }

    private static final int UNIT = 0;
    /** Bytes that go to or come from the disk at a time: an isolate has 128 KiB of memory that can be lent, of which this takes two such pieces, and a request that comes in copied another 64 KiB. */
    private static final int PIECE = 24 * 1024;

    private final BlockDevice disk;
    private final Part part;
    private final PatientDisk patience;
    private final Writes writes;
    private final Checksum checksum = new Checksum();
    private final ByteBuffer data;
    private final ByteBuffer readBack;
    private final ByteBuffer sums;
    private final Map<Integer, ChecksumGroup> groups = new HashMap<>();
    /** Blocks that were wrong although all was tried: nobody is complained about because of them again. */
    private final Set<Long> bad = new HashSet<>();
    /** The block that was found wrong last. */
    private long wrong;
    /** Null until the superblock has been found or written. */
    private Layout layout;
    private String model;

    GuardedDisk(BlockDevice disk, Part part, PatientDisk patience, Writes writes, Memory memory) {
        this.disk = disk;
        this.part = part;
        this.patience = patience;
        this.writes = writes;
        data = memory.data;
        readBack = memory.readBack;
        sums = memory.sums;
    }

    @Override
    public Geometry geometry(int unit) throws DeviceException {
        mount(unit);
        return new Geometry(layout.blocks(), Layout.BLOCK_SIZE, "guarded " + model);
    }

    @Override
    public void read(int unit, long firstBlock, ByteBuffer into) throws DeviceException {
        mount(unit);
        check(firstBlock, into.remaining());
        for (int at = 0; at < into.remaining(); at += PIECE) {
            readPiece(firstBlock + at / Layout.BLOCK_SIZE, into, at);
        }
    }

    private void readPiece(long firstBlock, ByteBuffer into, int at) throws DeviceException {
        int blocks = Math.min(PIECE, into.remaining() - at) / Layout.BLOCK_SIZE;
        load(firstBlock, blocks);
        int[] found = new int[blocks];
        String[] problem = new String[1];
        patience.attempt("read of " + blocks + " guarded blocks from " + firstBlock + " on", () -> {
            problem[0] = null;
            disk.read(part.unit, layout.place(firstBlock), data.clear().limit(blocks * Layout.BLOCK_SIZE));
            problem[0] = problem(firstBlock, found);
            return problem[0];
        }, () -> {
            if (problem[0] != null) {
                bad.add(wrong);
            }
        });
        for (int i = 0; i < blocks; i++) {
            deliver(firstBlock + i, found[i], i * Layout.BLOCK_SIZE, into, at);
        }
    }

    private void deliver(long block, int sum, int from, ByteBuffer into, int at) {
        ChecksumGroup group = group(block);
        int to = into.position() + at + from;
        if (group.isBlank(index(block))) {
            for (int offset = 0; offset < Layout.BLOCK_SIZE; offset += Long.BYTES) {
                into.putLong(to + offset, 0);
            }
            return;
        }
        group.settle(index(block), sum);
        bad.remove(block);
        into.put(to, data, from, Layout.BLOCK_SIZE);
    }

    /** Fills in the checksums of what was read; returns what is wrong with them, null if all is well. What is no driver's fault, as far as is known, is thrown. */
    private String problem(long firstBlock, int[] found) throws DeviceException {
        for (int i = 0; i < found.length; i++) {
            long block = firstBlock + i;
            ChecksumGroup group = group(block);
            if (group.isBlank(index(block))) {
                continue;
            }
            found[i] = checksum.of(block, data, i * Layout.BLOCK_SIZE, Layout.BLOCK_SIZE);
            if (!group.allows(index(block), found[i])) {
                if (bad.contains(block) || group.isLost(index(block))) {
                    throw new DeviceException("block " + block + " is lost until it is written anew");
                }
                wrong = block;
                return "block " + block + " has a wrong checksum";
            }
        }
        return null;
    }

    @Override
    public void write(int unit, long firstBlock, ByteBuffer from) throws DeviceException {
        mount(unit);
        check(firstBlock, from.remaining());
        for (int at = 0; at < from.remaining(); at += PIECE) {
            writePiece(firstBlock + at / Layout.BLOCK_SIZE, from, at);
        }
    }

    private void writePiece(long firstBlock, ByteBuffer from, int at) throws DeviceException {
        int blocks = Math.min(PIECE, from.remaining() - at) / Layout.BLOCK_SIZE;
        load(firstBlock, blocks);
        data.clear().put(0, from, from.position() + at, blocks * Layout.BLOCK_SIZE);
        int[] expected = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            expected[i] = checksum.of(firstBlock + i, data, i * Layout.BLOCK_SIZE, Layout.BLOCK_SIZE);
            group(firstBlock + i).expect(index(firstBlock + i), expected[i]);
        }
        for (int number = number(firstBlock); number <= number(firstBlock + blocks - 1); number++) {
            save(number);
        }
        data.limit(blocks * Layout.BLOCK_SIZE);
        patience.attempt("write of " + blocks + " guarded blocks from " + firstBlock + " on", () -> write(layout.place(firstBlock), data, writes));
        for (int i = 0; i < blocks; i++) {
            group(firstBlock + i).settle(index(firstBlock + i), expected[i]);
            bad.remove(firstBlock + i);
        }
    }

    /** Writes to a place on the disk and, if writes are verified, compares; returns what is wrong, null if all is well. */
    private String write(long place, ByteBuffer from, Writes how) throws DeviceException {
        disk.write(part.unit, place, from);
        if (how == Writes.TRUSTED) {
            return null;
        }
        ByteBuffer back = readBack.clear().limit(from.remaining());
        RawMemory.clear(back);
        disk.read(part.unit, place, back);
        int mismatch = back.mismatch(from);
        return mismatch < 0 ? null : "disk block " + (place + mismatch / Layout.BLOCK_SIZE) + " is not what was written";
    }

    @Override
    public void flush(int unit) throws DeviceException {
        mount(unit);
        for (Map.Entry<Integer, ChecksumGroup> each : groups.entrySet()) {
            if (each.getValue().isUnsaved()) {
                save(each.getKey());
            }
        }
        patience.attempt("flush", () -> {
            disk.flush(part.unit);
            return null;
        });
    }

    @Override
    public TransferMode transferMode(TransferMode wanted) {
        return disk.transferMode(wanted);
    }

    private void check(long firstBlock, int length) throws DeviceException {
        int blocks = length / Layout.BLOCK_SIZE;
        if (blocks == 0 || length % Layout.BLOCK_SIZE != 0 || length > TRANSFER_LIMIT || firstBlock < 0 || firstBlock > layout.blocks() - blocks) {
            throw new DeviceException(length + " bytes from block " + firstBlock + " on, of " + layout.blocks() + " guarded blocks of " + Layout.BLOCK_SIZE);
        }
    }

    private static int index(long block) {
        return (int) (block % ChecksumGroup.BLOCKS);
    }

    private static int number(long block) {
        return (int) (block / ChecksumGroup.BLOCKS);
    }

    private ChecksumGroup group(long block) {
        return groups.get(number(block));
    }

    /** Has the checksums of some blocks in memory, where they stay. */
    private void load(long firstBlock, int blocks) throws DeviceException {
        for (int number = number(firstBlock); number <= number(firstBlock + blocks - 1); number++) {
            if (!groups.containsKey(number)) {
                ChecksumGroup found = ChecksumGroup.newer(load(number, 0), load(number, 1));
                groups.put(number, found == null ? ChecksumGroup.lost(number) : found);
            }
        }
    }

    private ChecksumGroup load(int number, int copy) throws DeviceException {
        ChecksumGroup[] found = new ChecksumGroup[1];
        patience.attempt("checksums of group " + number, () -> {
            disk.read(part.unit, layout.place(number, copy), sums);
            found[0] = ChecksumGroup.in(sums, number, checksum);
            return null;
        });
        return found[0];
    }

    private void save(int number) throws DeviceException {
        ChecksumGroup group = groups.get(number);
        int copy = group.putNext(sums, checksum);
        // Always verified: it is little, and stands for much.
        patience.attempt("checksums of group " + number, () -> write(layout.place(number, copy), sums, Writes.VERIFIED));
        group.saved();
    }

    private void mount(int unit) throws DeviceException {
        if (unit != UNIT) {
            throw new DeviceException("no disk at unit " + unit + ": a guarded disk has unit 0");
        }
        if (layout != null) {
            return;
        }
        patience.attempt("size of the disk", () -> {
            Geometry geometry = disk.geometry(part.unit);
            if (geometry.blockSize() != Layout.BLOCK_SIZE || geometry.blocks() <= part.start) {
                throw new DeviceException("a disk of " + geometry.blocks() + " blocks of " + geometry.blockSize() + " bytes, wanted are more than " + part.start + " of " + Layout.BLOCK_SIZE);
            }
            model = geometry.model();
            mount(new Layout(part.start, geometry.blocks() - part.start));
            return null;
        });
    }

    /** Finds the superblock, or makes one where there was never anything. */
    private void mount(Layout wanted) throws DeviceException {
        boolean blank = true;
        for (int copy = 0; copy < 2; copy++) {
            disk.read(part.unit, wanted.superblock(copy), sums);
            if (wanted.isIn(sums, checksum)) {
                layout = wanted;
                return;
            }
            blank &= isBlank(sums);
        }
        if (!blank) {
            throw new DeviceException("blocks " + wanted.superblock(0) + " and " + wanted.superblock(1) + " are neither a guard's nor blank: fill them with zeros to begin anew");
        }
        format(wanted);
        layout = wanted;
    }

    private static boolean isBlank(ByteBuffer block) {
        for (int i = 0; i < Layout.BLOCK_SIZE; i += Long.BYTES) {
            if (block.getLong(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Writes checksums of blocks that were never written, and then the superblocks: as long as they are missing this begins anew. */
    private void format(Layout wanted) throws DeviceException {
        for (int number = 0; number < wanted.groups(); number++) {
            ChecksumGroup group = new ChecksumGroup(number);
            for (int i = 0; i < 2; i++) {
                require(write(wanted.place(number, group.putNext(sums, checksum)), sums, Writes.VERIFIED));
                group.saved();
            }
        }
        for (int copy = 0; copy < 2; copy++) {
            wanted.put(sums, checksum);
            require(write(wanted.superblock(copy), sums, Writes.VERIFIED));
        }
    }

    private static void require(String problem) throws DeviceException {
        if (problem != null) {
            throw new DeviceException(problem);
        }
    }
}
