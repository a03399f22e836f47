package org.bulkhead.volume;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;

/** The bytes of files: read, written and cut off, in pieces that lie together on the disk. */
final class Contents {
    private final Medium medium;
    private final FatLayout layout;
    private final FatTable table;

    Contents(Medium medium) {
        this.medium = medium;
        layout = medium.layout();
        table = medium.table();
    }

    /** Moves one piece between a buffer and the disk. */
    private interface Move {
        /** Moves what is between position and limit of {@code piece}, which lies on the disk from byte {@code place} on and in the file from byte {@code offset} on. */
        void piece(long place, ByteBuffer piece, long offset) throws VolumeErrorException;
    }

    /** Reads the file's bytes from {@code offset} on to {@code into}, all of which there are. */
    void read(Entry file, long offset, ByteBuffer into) throws DamagedVolumeException, VolumeErrorException {
        move(file.start(), offset, into, (place, piece, at) -> readPiece(place, piece));
    }

    /**
     * Writes a file's bytes.
     *
     * @param offset at most the file's size
     * @param from position to limit
     * @param modified as {@link FatTime} has it
     * @throws VolumeFullException if there is no room; nothing is changed
     */
    void write(Entry file, long offset, ByteBuffer from, int modified) throws VolumeFullException, DamagedVolumeException, VolumeErrorException {
        int had = layout.clustersFor(file.size());
        int wanted = layout.clustersFor(offset + from.remaining()) - had;
        int last = had == 0 ? 0 : table.follow(file.start(), had - 1);
        int added = wanted > 0 ? table.allocate(wanted, last) : 0;
        long kept = Math.max(Math.min((long) had * layout.clusterBytes() - offset, from.remaining()), 0);
        ByteBuffer old = from.duplicate().limit(from.position() + (int) kept);
        ByteBuffer behind = from.duplicate().position(old.limit());
        Move move = (place, piece, at) -> writePiece(place, piece, at, file.size());
        if (old.hasRemaining()) {
            move(file.start(), offset, old, move);
        }
        if (added != 0) {
            // Nobody's clusters until a folder or another cluster leads to them.
            moveFrom(added, Math.max(offset - (long) had * layout.clusterBytes(), 0), behind, offset + kept, move);
            table.save();
            if (had > 0) {
                table.set(last, added);
                table.save();
            }
        }
        file.folder().update(file, had > 0 ? file.start() : added, Math.max(file.size(), offset + from.remaining()), modified);
    }

    /** Cuts a file off: first its folder says so. */
    void truncate(Entry file, long size, int modified) throws DamagedVolumeException, VolumeErrorException {
        int kept = layout.clustersFor(size);
        file.folder().update(file, kept == 0 ? 0 : file.start(), size, modified);
        if (kept == 0) {
            release(file.start());
        } else {
            endChain(file.start(), kept);
        }
    }

    /** Gives back what a chain has beyond its first {@code kept} clusters, at least one. */
    private void endChain(int start, int kept) throws DamagedVolumeException, VolumeErrorException {
        int last = table.follow(start, kept - 1);
        int following = table.next(last);
        if (following != FatTable.END) {
            table.set(last, FatTable.END);
            table.save();
            release(following);
        }
    }

    /** Gives back a chain to which nothing leads any more. */
    void release(int start) throws DamagedVolumeException, VolumeErrorException {
        table.release(start);
        table.save();
    }

    private void move(int start, long offset, ByteBuffer bytes, Move move) throws DamagedVolumeException, VolumeErrorException {
        moveFrom(start, offset, bytes, offset, move);
    }

    /** Moves bytes that lie from {@code into} on in the chain that begins at {@code start}, and from {@code offset} on in the file. */
    private void moveFrom(int start, long into, ByteBuffer bytes, long offset, Move move) throws DamagedVolumeException, VolumeErrorException {
        int clusterBytes = layout.clusterBytes();
        for (int done = 0; done < bytes.remaining();) {
            int index = (int) ((into + done) / clusterBytes);
            int within = (int) ((into + done) % clusterBytes);
            int cluster = table.follow(start, index);
            long together = clusterBytes - within;
            int left = bytes.remaining() - done;
            for (int last = cluster; together < left; together += clusterBytes) {
                int next = table.next(last);
                if (next != last + 1) {
                    break;
                }
                last = next;
            }
            int count = (int) Math.min(together, left);
            int position = bytes.position() + done;
            move.piece(layout.sector(cluster) * Blocks.SIZE + within, bytes.duplicate().limit(position + count).position(position), offset + done);
            done += count;
        }
    }

    private void readPiece(long place, ByteBuffer piece) throws VolumeErrorException {
        int within = (int) (place % Blocks.SIZE);
        long sector = place / Blocks.SIZE;
        if (within > 0 || piece.remaining() < Blocks.SIZE) {
            int count = Math.min(Blocks.SIZE - within, piece.remaining());
            ByteBuffer whole = SectorCache.empty();
            medium.blocks().read(sector, whole);
            piece.put(piece.position(), whole, within, count);
            piece.position(piece.position() + count);
            if (piece.hasRemaining()) {
                readPiece(place + count, piece);
            }
            return;
        }
        int count = piece.remaining() / Blocks.SIZE * Blocks.SIZE;
        medium.blocks().read(sector, piece.duplicate().limit(piece.position() + count));
        piece.position(piece.position() + count);
        if (piece.hasRemaining()) {
            readPiece(place + count, piece);
        }
    }

    /** Writes a piece; of a sector that it fills in part, the rest is kept, or zero if the file has not come so far. */
    private void writePiece(long place, ByteBuffer piece, long offset, long size) throws VolumeErrorException {
        int within = (int) (place % Blocks.SIZE);
        long sector = place / Blocks.SIZE;
        int count = piece.remaining() / Blocks.SIZE * Blocks.SIZE;
        if (within > 0 || count == 0) {
            count = Math.min(Blocks.SIZE - within, piece.remaining());
            ByteBuffer whole = SectorCache.empty();
            if (offset - within < size) {
                medium.blocks().read(sector, whole);
            }
            whole.put(within, piece, piece.position(), count);
            medium.blocks().write(sector, whole);
        } else {
            medium.blocks().write(sector, piece.duplicate().limit(piece.position() + count));
        }
        piece.position(piece.position() + count);
        if (piece.hasRemaining()) {
            writePiece(place + count, piece, offset + count, size);
        }
    }
}
