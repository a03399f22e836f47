package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;

/**
 * Which cluster follows which, the whole of it in memory: at most 128 KiB. Changes are made there, and {@link #save} brings those since the last time to the disk.
 *
 * <pre>
 * a u16 per cluster:   0 free   2… the next cluster of the same file or folder   0xFFF7 not usable   0xFFF8… the last
 * </pre>
 */
final class FatTable {
    /** What stands for "the last". */
    static final int END = 0xFFFF;

    private static final int FREE = 0;
    private static final int LEAST_END = 0xFFF8;
    private static final int ENTRIES_PER_SECTOR = Blocks.SIZE / Character.BYTES;
    private static final int SECTORS_AT_A_TIME = 16;

    private final FatLayout layout;
    private final Blocks blocks;
    private final char[] next;
    private final BitSet changed = new BitSet();
    private int free;
    /** Where the last look at a chain ended: the cluster number {@code seenIndex} of the chain that begins at {@code seenStart}, 0 for none. */
    private int seenStart;
    private int seenIndex;
    private int seenCluster;

    /** Reads the first of the tables. */
    FatTable(FatLayout layout, Blocks blocks) throws VolumeErrorException {
        this.layout = layout;
        this.blocks = blocks;
        next = new char[layout.clusters() + FatLayout.FIRST_CLUSTER];
        ByteBuffer piece = ByteBuffer.allocate(SECTORS_AT_A_TIME * Blocks.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < next.length; at += piece.limit() / Character.BYTES) {
            int sector = at / ENTRIES_PER_SECTOR;
            piece.clear().limit(Math.min(SECTORS_AT_A_TIME, layout.tableSectors() - sector) * Blocks.SIZE);
            blocks.read(layout.tableStart() + sector, piece);
            int count = Math.min(piece.limit() / Character.BYTES, next.length - at);
            for (int i = 0; i < count; i++) {
                next[at + i] = piece.getChar(i * Character.BYTES);
            }
        }
        for (int cluster = FatLayout.FIRST_CLUSTER; cluster < next.length; cluster++) {
            free += next[cluster] == FREE ? 1 : 0;
        }
    }

    int freeClusters() {
        return free;
    }

    /** Returns whether a cluster belongs to something, or seems to; what is not usable does not. */
    boolean isUsed(int cluster) {
        return next[cluster] >= LEAST_END || layout.isCluster(next[cluster]);
    }

    /**
     * Returns the cluster after another, or {@link #END}.
     *
     * @throws DamagedVolumeException if the table leads nowhere
     */
    int next(int cluster) throws DamagedVolumeException {
        int value = next[cluster];
        if (value >= LEAST_END) {
            return END;
        }
        if (!layout.isCluster(value)) {
            throw new DamagedVolumeException("allocation table: cluster " + cluster + (value == FREE ? ", which is in use, is free" : " is followed by " + value + ", which is none"));
        }
        return value;
    }

    /**
     * Returns cluster number {@code index} of the chain that begins at {@code start}.
     *
     * @throws DamagedVolumeException if the chain is shorter, or the table leads nowhere
     */
    int follow(int start, int index) throws DamagedVolumeException {
        int cluster = start;
        int at = 0;
        if (start == seenStart && index >= seenIndex) {
            cluster = seenCluster;
            at = seenIndex;
        }
        if (!layout.isCluster(cluster)) {
            throw new DamagedVolumeException("a chain begins at cluster " + start + ", which is none");
        }
        while (at < index) {
            cluster = next(cluster);
            if (cluster == END) {
                throw new DamagedVolumeException("the chain from cluster " + start + " on ends after " + (at + 1) + " clusters, it should have " + (index + 1));
            }
            at++;
        }
        seenStart = start;
        seenIndex = index;
        seenCluster = cluster;
        return cluster;
    }

    void set(int cluster, int value) {
        free += (value == FREE ? 1 : 0) - (next[cluster] == FREE ? 1 : 0);
        next[cluster] = (char) value;
        changed.set(cluster / ENTRIES_PER_SECTOR);
        seenStart = 0;
    }

    /**
     * Makes a chain of free clusters, one after the other if possible; returns the first.
     *
     * @param count how many, above 0
     * @param after the search begins behind this cluster, or 0
     * @throws VolumeFullException if there are not so many
     */
    int allocate(int count, int after) throws VolumeFullException {
        if (count > free) {
            throw new VolumeFullException("the volume has no room: " + (long) count * layout.clusterBytes() + " bytes wanted, " + (long) free * layout.clusterBytes() + " free");
        }
        int first = 0;
        int last = 0;
        int cluster = Math.max(after, FatLayout.FIRST_CLUSTER - 1);
        for (int found = 0; found < count;) {
            cluster = cluster + 1 < next.length ? cluster + 1 : FatLayout.FIRST_CLUSTER;
            if (next[cluster] == FREE) {
                set(cluster, END);
                if (last == 0) {
                    first = cluster;
                } else {
                    set(last, cluster);
                }
                last = cluster;
                found++;
            }
        }
        return first;
    }

    /**
     * Gives a chain back.
     *
     * @param start its first cluster, or 0 for none
     * @throws DamagedVolumeException if the table leads nowhere; what came before is free
     */
    void release(int start) throws DamagedVolumeException {
        int cluster = start == 0 ? END : start;
        while (cluster != END) {
            int following = next(cluster);
            set(cluster, FREE);
            cluster = following;
        }
    }

    /** Brings what has changed to the disk, sector by sector. */
    void save() throws VolumeErrorException {
        for (int sector = changed.nextSetBit(0); sector >= 0; sector = changed.nextSetBit(sector + 1)) {
            ByteBuffer bytes = SectorCache.empty();
            int first = sector * ENTRIES_PER_SECTOR;
            for (int i = 0; i < Math.min(ENTRIES_PER_SECTOR, next.length - first); i++) {
                bytes.putChar(i * Character.BYTES, next[first + i]);
            }
            for (int table = 0; table < layout.tables(); table++) {
                blocks.write(layout.tableStart() + table * layout.tableSectors() + sector, bytes);
            }
            changed.clear(sector);
        }
    }
}
