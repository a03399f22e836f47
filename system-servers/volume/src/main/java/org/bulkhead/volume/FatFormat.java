package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.protocol.VolumeErrorException;

/** Makes empty volumes; equal sizes give equal bytes: the serial number and all times are fixed. */
public final class FatFormat {
    /** Fewest bytes of a volume. */
    public static final long LEAST = 16L << 20;
    /** Most bytes of a volume. */
    public static final long MOST = 2047L << 20;
    /** Name of the volume. */
    public static final String LABEL = "BULKHEAD";

    /** 4 KiB: as much as most hosts give to a file at a time. */
    private static final int LEAST_CLUSTER_SECTORS = 8;
    private static final int ROOT_ENTRIES = 512;
    private static final int ROOT_SECTORS = ROOT_ENTRIES * Slot.SIZE / Blocks.SIZE;
    /** One: every change of it is then a write of one sector, after which there is no second that differs. */
    private static final int TABLES = 1;
    private static final int RESERVED = 1;
    private static final byte MEDIUM = (byte) 0xF8;
    private static final int MEDIUM_OFFSET = 21;
    private static final int HIDDEN_OFFSET = 28;
    private static final int DRIVE_OFFSET = 36;
    private static final int DRIVE = 0x80;
    private static final int EXTENDED_OFFSET = 38;
    private static final int EXTENDED = 0x29;
    private static final int SERIAL_OFFSET = 39;
    private static final int SERIAL = 0x424C_4B48;
    private static final int TYPE_OFFSET = 54;
    /** A jump to itself, for who boots from the volume. */
    private static final byte[] JUMP = {(byte) 0xEB, (byte) 0xFE, (byte) 0x90};
    private static final int GEOMETRY_OFFSET = 24;
    private static final short SECTORS_PER_TRACK = 63;
    private static final short HEADS = 16;

    private FatFormat() {}

    /**
     * Makes a volume of all the blocks, whose contents may be anything before.
     *
     * @param blocks where it is to lie, {@link #LEAST} to {@link #MOST} bytes
     * @param before sectors before it on the disk
     * @throws IllegalArgumentException if there are too few blocks or too many
     * @throws VolumeErrorException if they cannot be written
     */
    public static void format(Blocks blocks, long before) throws VolumeErrorException {
        long bytes = blocks.count() * Blocks.SIZE;
        if (bytes < LEAST || bytes > MOST) {
            throw new IllegalArgumentException("a volume of " + bytes + " bytes is not possible: " + LEAST + " to " + MOST + " are");
        }
        int sectors = (int) blocks.count();
        int clusterSectors = LEAST_CLUSTER_SECTORS;
        while (sectors / clusterSectors > FatLayout.MOST_CLUSTERS) {
            clusterSectors *= 2;
        }
        int tableSectors = ((sectors / clusterSectors + FatLayout.FIRST_CLUSTER) * Character.BYTES + Blocks.SIZE - 1) / Blocks.SIZE;
        ByteBuffer nothing = sector();
        for (int at = RESERVED; at < RESERVED + TABLES * tableSectors + ROOT_SECTORS; at++) {
            blocks.write(at, nothing);
        }
        blocks.write(RESERVED, sector().putShort(0, (short) (0xFF00 | MEDIUM & 0xFF)).putShort(Character.BYTES, (short) 0xFFFF));
        ByteBuffer root = sector();
        Slot.putLabel(root, LABEL);
        blocks.write(RESERVED + TABLES * tableSectors, root);
        blocks.write(0, first(sectors, clusterSectors, tableSectors, before));
    }

    private static ByteBuffer first(int sectors, int clusterSectors, int tableSectors, long before) {
        ByteBuffer sector = sector();
        sector.put(0, JUMP);
        sector.put(JUMP.length, ascii(LABEL, Long.BYTES));
        sector.putShort(FatLayout.BYTES_PER_SECTOR, (short) Blocks.SIZE);
        sector.put(FatLayout.SECTORS_PER_CLUSTER, (byte) clusterSectors);
        sector.putShort(FatLayout.RESERVED, (short) RESERVED);
        sector.put(FatLayout.TABLES, (byte) TABLES);
        sector.putShort(FatLayout.ROOT_ENTRIES, (short) ROOT_ENTRIES);
        if (sectors <= Character.MAX_VALUE) {
            sector.putShort(FatLayout.SECTORS_16, (short) sectors);
        } else {
            sector.putInt(FatLayout.SECTORS_32, sectors);
        }
        sector.put(MEDIUM_OFFSET, MEDIUM);
        sector.putShort(FatLayout.TABLE_SECTORS, (short) tableSectors);
        sector.putShort(GEOMETRY_OFFSET, SECTORS_PER_TRACK).putShort(GEOMETRY_OFFSET + Short.BYTES, HEADS);
        sector.putInt(HIDDEN_OFFSET, (int) before);
        sector.put(DRIVE_OFFSET, (byte) DRIVE);
        sector.put(EXTENDED_OFFSET, (byte) EXTENDED);
        sector.putInt(SERIAL_OFFSET, SERIAL);
        sector.put(FatLayout.LABEL, ascii(LABEL, FatLayout.LABEL_SIZE));
        sector.put(TYPE_OFFSET, ascii("FAT16", Long.BYTES));
        sector.putShort(FatLayout.SIGNATURE, (short) FatLayout.SIGNATURE_VALUE);
        return sector;
    }

    private static ByteBuffer sector() {
        return ByteBuffer.allocate(Blocks.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns a text, filled up with spaces. */
    static byte[] ascii(String text, int size) {
        return (text + " ".repeat(size - text.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
