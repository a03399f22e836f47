package org.bulkhead.drivers.ata;

/** The registers of an ATA channel: offsets in the two port ranges, and bits (ATA/ATAPI-6 chapter 7); and what lies where in a disk's description of itself (§8.15). */
final class TaskFile {
    // Offsets in the command block.
    static final int DATA = 0;
    static final int ERROR = 1;
    static final int FEATURES = 1;
    static final int SECTOR_COUNT = 2;
    static final int LBA_LOW = 3;
    static final int LBA_MID = 4;
    static final int LBA_HIGH = 5;
    static final int DEVICE = 6;
    /** Reading it acknowledges the interrupt. */
    static final int STATUS = 7;
    static final int COMMAND = 7;

    // Offset in the control block, which is this one register.
    static final int ALTERNATE_STATUS = 0;
    static final int DEVICE_CONTROL = 0;

    static final int STATUS_ERROR = 0x01;
    static final int STATUS_DATA_REQUEST = 0x08;
    static final int STATUS_DEVICE_FAULT = 0x20;
    static final int STATUS_BUSY = 0x80;
    /** What an empty cable reads as. */
    static final int STATUS_FLOATING = 0xFF;

    static final int ERROR_ABORTED = 0x04;
    /** The data were damaged between disk and controller. */
    static final int ERROR_TRANSFER = 0x80;

    /** Feature of {@link AtaCommand#SET_FEATURES}: the transfer mode, which the sector count names. */
    static final int FEATURE_TRANSFER_MODE = 3;
    static final int MODE_MULTIWORD_DMA = 0x20;

    static final int DEVICE_LBA = 0xE0;
    static final int DEVICE_UNIT_SHIFT = 4;
    static final int DEVICE_LBA_MASK = 0x0F;

    static final int CONTROL_RESET = 0x04;

    // Byte offsets in the data of IDENTIFY.
    static final int IDENTITY_MODEL = 27 * 2;
    static final int IDENTITY_MODEL_SIZE = 40;
    static final int IDENTITY_MULTIPLE = 47 * 2;
    static final int IDENTITY_CAPABILITIES = 49 * 2;
    static final int CAPABLE_OF_DMA = 1 << 8;
    static final int IDENTITY_VALIDITY = 53 * 2;
    static final int ULTRA_DMA_VALID = 1 << 2;
    static final int IDENTITY_SECTORS = 60 * 2;
    static final int IDENTITY_MULTIWORD_DMA = 63 * 2;
    static final int MULTIWORD_MODES = 7;
    /** Of the words for DMA modes: above are the bits that say which is selected. */
    static final int SELECTED_MODE_SHIFT = 8;
    static final int IDENTITY_COMMANDS = 83 * 2;
    static final int COMMANDS_48_BITS = 1 << 10;
    static final int IDENTITY_ULTRA_DMA = 88 * 2;
    static final int IDENTITY_SECTORS_48 = 100 * 2;

    private TaskFile() {}
}
