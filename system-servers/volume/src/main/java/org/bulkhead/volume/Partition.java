package org.bulkhead.volume;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.DamagedVolumeException;

/**
 * Where a volume lies on a disk, by the partition table in the disk's first sector.
 *
 * <pre>
 * 446 four entries of 16 bytes: u8 active, 3 bytes, u8 type, 3 bytes, u32 first sector, u32 number of sectors     510 0x55 0xAA
 * </pre>
 *
 * @param first number of its first sector
 * @param sectors how many it has
 */
public record Partition(long first, long sectors) {
    /** Type of a FAT16 partition whose place is told by sector numbers alone. */
    public static final int TYPE = 0x0E;

    private static final int TABLE = 446;
    private static final int ENTRIES = 4;
    private static final int ENTRY_SIZE = 16;
    private static final int TYPE_OFFSET = 4;
    private static final int FIRST_OFFSET = 8;
    private static final int SECTORS_OFFSET = 12;
    private static final int SIGNATURE = 510;
    private static final int SIGNATURE_VALUE = 0xAA55;

    /**
     * {@return the first partition of type {@link #TYPE}}
     *
     * @param bootSector the disk's first 512 bytes, little-endian
     * @param diskSectors how many sectors the disk has
     * @throws DamagedVolumeException if there is none, or it lies beyond the disk's end
     */
    public static Partition find(ByteBuffer bootSector, long diskSectors) throws DamagedVolumeException {
        if ((bootSector.getShort(SIGNATURE) & 0xFFFF) == SIGNATURE_VALUE) {
            for (int at = TABLE; at < TABLE + ENTRIES * ENTRY_SIZE; at += ENTRY_SIZE) {
                if ((bootSector.get(at + TYPE_OFFSET) & 0xFF) == TYPE) {
                    Partition found = new Partition(Integer.toUnsignedLong(bootSector.getInt(at + FIRST_OFFSET)), Integer.toUnsignedLong(bootSector.getInt(at + SECTORS_OFFSET)));
                    if (found.first == 0 || found.first + found.sectors > diskSectors) {
                        throw new DamagedVolumeException("the partition of the system volume has sectors " + found.first + " to " + (found.first + found.sectors) + ", the disk has " + diskSectors);
                    }
                    return found;
                }
            }
        }
        throw new DamagedVolumeException("the disk has no system volume: bulkhead image --volume makes one");
    }
}
