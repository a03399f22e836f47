package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.protocol.DamagedVolumeException;

/**
 * Where the parts of a FAT16 volume lie, as its first sector says.
 *
 * <pre>
 *   0 jump, 3 bytes    3 who made it, 8 bytes     11 u16 bytes per sector: 512    13 u8 sectors per cluster   14 u16 reserved sectors, this one included
 *  16 u8 tables        17 u16 entries of the root folder, 32 bytes each           19 u16 sectors, or 0        21 u8 medium: 0xF8
 *  22 u16 sectors of a table                      24 u16, u16 geometry            28 u32 sectors before it on the disk
 *  32 u32 sectors, if 19 has 0                    36 u8 drive 0x80                38 u8 0x29                  39 u32 serial number
 *  43 label, 11 bytes                             54 "FAT16   "                   510 0x55 0xAA
 * </pre>
 * The reserved sectors are followed by the tables, the root folder, and the clusters, of which the first has the number 2.
 *
 * @param clusterSectors sectors of a cluster, a power of two
 * @param tableStart first sector of the first table
 * @param tables how many tables there are, all alike
 * @param tableSectors sectors of a table
 * @param rootSectors sectors of the root folder
 * @param clusters how many clusters there are
 * @param label name of the volume
 */
record FatLayout(int clusterSectors, int tableStart, int tables, int tableSectors, int rootSectors, int clusters, String label) {
    /** Number of the first cluster. */
    static final int FIRST_CLUSTER = 2;
    /** With fewer clusters a volume is FAT12, whatever it says. */
    static final int LEAST_CLUSTERS = 4085;
    /** With more a volume is FAT32. */
    static final int MOST_CLUSTERS = 65524;

    static final int BYTES_PER_SECTOR = 11;
    static final int SECTORS_PER_CLUSTER = 13;
    static final int RESERVED = 14;
    static final int TABLES = 16;
    static final int ROOT_ENTRIES = 17;
    static final int SECTORS_16 = 19;
    static final int TABLE_SECTORS = 22;
    static final int SECTORS_32 = 32;
    static final int LABEL = 43;
    static final int LABEL_SIZE = 11;
    static final int SIGNATURE = 510;
    static final int SIGNATURE_VALUE = 0xAA55;

    private static final int MOST_CLUSTER_SECTORS = 64;
    private static final int MOST_TABLES = 2;

    /**
     * Reads the first sector of a volume.
     *
     * @param sector its bytes, little-endian
     * @param available sectors that there are
     * @throws DamagedVolumeException if it is no FAT16 volume, or its numbers contradict themselves
     */
    static FatLayout read(ByteBuffer sector, long available) throws DamagedVolumeException {
        require(u16(sector, SIGNATURE) == SIGNATURE_VALUE, "it does not end with 0x55 0xAA");
        require(u16(sector, BYTES_PER_SECTOR) == Blocks.SIZE, "its sectors have " + u16(sector, BYTES_PER_SECTOR) + " bytes instead of " + Blocks.SIZE);
        int clusterSectors = sector.get(SECTORS_PER_CLUSTER) & 0xFF;
        require(Integer.bitCount(clusterSectors) == 1 && clusterSectors <= MOST_CLUSTER_SECTORS, clusterSectors + " sectors per cluster are not possible");
        int reserved = u16(sector, RESERVED);
        require(reserved > 0, "it reserves no sector for itself");
        int tables = sector.get(TABLES) & 0xFF;
        require(tables == 1 || tables == MOST_TABLES, tables + " allocation tables are not possible");
        int rootEntries = u16(sector, ROOT_ENTRIES);
        require(rootEntries > 0 && rootEntries % (Blocks.SIZE / Slot.SIZE) == 0, rootEntries + " entries of the root folder are not possible (FAT32 is not served)");
        int rootSectors = rootEntries * Slot.SIZE / Blocks.SIZE;
        long sectors = u16(sector, SECTORS_16) != 0 ? u16(sector, SECTORS_16) : Integer.toUnsignedLong(sector.getInt(SECTORS_32));
        require(sectors <= available, "it has " + sectors + " sectors, its partition " + available);
        int tableSectors = u16(sector, TABLE_SECTORS);
        long rest = sectors - reserved - (long) tables * tableSectors - rootSectors;
        long clusters = Math.max(rest, 0) / clusterSectors;
        require(clusters >= LEAST_CLUSTERS && clusters <= MOST_CLUSTERS, clusters + " clusters are not those of FAT16: " + LEAST_CLUSTERS + " to " + MOST_CLUSTERS + " are");
        require((clusters + FIRST_CLUSTER) * Character.BYTES <= (long) tableSectors * Blocks.SIZE, "a table of " + tableSectors + " sectors is too short for " + clusters + " clusters");
        byte[] label = new byte[LABEL_SIZE];
        sector.get(LABEL, label);
        return new FatLayout(clusterSectors, reserved, tables, tableSectors, rootSectors, (int) clusters, new String(label, StandardCharsets.ISO_8859_1).strip());
    }

    private static int u16(ByteBuffer sector, int offset) {
        return sector.getShort(offset) & 0xFFFF;
    }

    private static void require(boolean condition, String problem) throws DamagedVolumeException {
        if (!condition) {
            throw new DamagedVolumeException("first sector of the volume: " + problem);
        }
    }

    /** Returns the first sector of the root folder. */
    int rootStart() {
        return tableStart + tables * tableSectors;
    }

    /** Returns the first sector of a cluster. */
    long sector(int cluster) {
        return rootStart() + rootSectors + (long) (cluster - FIRST_CLUSTER) * clusterSectors;
    }

    int clusterBytes() {
        return clusterSectors * Blocks.SIZE;
    }

    /** Returns the number of clusters that so many bytes need. */
    int clustersFor(long bytes) {
        return (int) ((bytes + clusterBytes() - 1) / clusterBytes());
    }

    /** Returns whether a number is that of a cluster. */
    boolean isCluster(int number) {
        return number >= FIRST_CLUSTER && number < FIRST_CLUSTER + clusters;
    }
}
