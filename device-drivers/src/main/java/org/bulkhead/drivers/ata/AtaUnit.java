package org.bulkhead.drivers.ata;

import org.bulkhead.isolate.call.RawBuffer;

/**
 * A disk as it described itself (ATA/ATAPI-6 §8.15).
 *
 * @param blocks sectors that can be addressed
 * @param addressing how
 * @param sectorsPerTransfer sectors between two interrupts; 1 = the disk cannot do more
 * @param multiwordModes multiword DMA modes that it has, a bit for each
 * @param dmaModeSelected whether a DMA mode is selected, by the firmware or by a predecessor
 * @param model what it calls itself
 */
record AtaUnit(long blocks, Addressing addressing, int sectorsPerTransfer, int multiwordModes, boolean dmaModeSelected, String model) {
    /** How many bits the number of a sector has. */
    enum Addressing {
        BITS_28,
        /** Commands for addresses of 28 bits exist as well. */
        BITS_48
    }

    private static final long LBA28_LIMIT = 1L << 28;
    private static final int LARGEST_TRANSFER = 16;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    /** Reads what the disk answered to {@link AtaCommand#IDENTIFY}. */
    static AtaUnit of(RawBuffer identity) {
        boolean extended = (identity.shortAt(TaskFile.IDENTITY_COMMANDS) & TaskFile.COMMANDS_48_BITS) != 0;
        long blocks = extended ? identity.longAt(TaskFile.IDENTITY_SECTORS_48) : Math.min(identity.intAt(TaskFile.IDENTITY_SECTORS) & UNSIGNED, LBA28_LIMIT);
        int multiple = Math.min(identity.byteAt(TaskFile.IDENTITY_MULTIPLE), LARGEST_TRANSFER);
        boolean dma = (identity.shortAt(TaskFile.IDENTITY_CAPABILITIES) & TaskFile.CAPABLE_OF_DMA) != 0;
        int multiword = dma ? identity.shortAt(TaskFile.IDENTITY_MULTIWORD_DMA) : 0;
        boolean ultraValid = dma && (identity.shortAt(TaskFile.IDENTITY_VALIDITY) & TaskFile.ULTRA_DMA_VALID) != 0;
        int selected = multiword | (ultraValid ? identity.shortAt(TaskFile.IDENTITY_ULTRA_DMA) : 0);
        return new AtaUnit(blocks, extended ? Addressing.BITS_48 : Addressing.BITS_28, Math.max(multiple, 1), multiword & TaskFile.MULTIWORD_MODES,
            selected >> TaskFile.SELECTED_MODE_SHIFT != 0, model(identity));
    }

    /** Returns the model name, which is stored with the bytes of each word swapped and filled up with blanks. */
    private static String model(RawBuffer identity) {
        char[] name = new char[TaskFile.IDENTITY_MODEL_SIZE];
        for (int i = 0; i < name.length; i++) {
            int c = identity.byteAt(TaskFile.IDENTITY_MODEL + (i ^ 1));
            name[i] = c < ' ' || c > '~' ? ' ' : (char) c;
        }
        return new String(name).trim();
    }

    /** Returns how to address these sectors: shortly where that is possible, since it takes fewer port accesses. */
    Addressing addressing(long firstBlock, int count) {
        return firstBlock + count > LBA28_LIMIT ? Addressing.BITS_48 : Addressing.BITS_28;
    }

    /** Returns whether a bus master can move its sectors. */
    boolean hasDma() {
        return multiwordModes != 0 || dmaModeSelected;
    }

    /** Returns the number of its fastest multiword DMA mode; there must be one. */
    int fastestMultiwordMode() {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(multiwordModes);
    }
}
