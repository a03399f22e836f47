package org.bulkhead.drivers.ata;

import org.bulkhead.isolate.call.RawBuffer;

/**
 * A disk as it described itself (ATA/ATAPI-6 §8.15).
 *
 * @param blocks sectors that can be addressed
 * @param addressing how
 * @param sectorsPerTransfer sectors between two interrupts; 1 = the disk cannot do more
 * @param model what it calls itself
 */
record AtaUnit(long blocks, Addressing addressing, int sectorsPerTransfer, String model) {
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
        return new AtaUnit(blocks, extended ? Addressing.BITS_48 : Addressing.BITS_28, Math.max(multiple, 1), model(identity));
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
}
