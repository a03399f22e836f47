package org.bulkhead.drivers.ata;

/** The registers of an ATA channel: offsets in the two port ranges, bits, and command codes (ATA/ATAPI-6 chapters 7 and 8). */
final class TaskFile {
    // Offsets in the command block.
    static final int DATA = 0;
    static final int ERROR = 1;
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

    static final int DEVICE_LBA = 0xE0;
    static final int DEVICE_UNIT_SHIFT = 4;
    static final int DEVICE_LBA_MASK = 0x0F;

    static final int CONTROL_RESET = 0x04;

    static final int READ_SECTORS = 0x20;
    static final int WRITE_SECTORS = 0x30;
    static final int READ_MULTIPLE = 0xC4;
    static final int WRITE_MULTIPLE = 0xC5;
    static final int SET_MULTIPLE = 0xC6;
    static final int FLUSH_CACHE = 0xE7;
    static final int IDENTIFY = 0xEC;

    // Byte offsets in the data of IDENTIFY.
    static final int IDENTITY_MODEL = 27 * 2;
    static final int IDENTITY_MODEL_SIZE = 40;
    static final int IDENTITY_MULTIPLE = 47 * 2;
    static final int IDENTITY_SECTORS = 60 * 2;

    private TaskFile() {}
}
