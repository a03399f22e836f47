package org.bulkhead.drivers.ata;

/** What a disk is told to do, and the codes for it (ATA/ATAPI-6 chapter 8). Those that end in EXT take addresses of 48 bits. */
enum AtaCommand {
    READ_SECTORS(0x20),
    READ_SECTORS_EXT(0x24),
    READ_DMA_EXT(0x25),
    READ_MULTIPLE_EXT(0x29),
    WRITE_SECTORS(0x30),
    WRITE_SECTORS_EXT(0x34),
    WRITE_DMA_EXT(0x35),
    WRITE_MULTIPLE_EXT(0x39),
    READ_MULTIPLE(0xC4),
    WRITE_MULTIPLE(0xC5),
    SET_MULTIPLE(0xC6),
    READ_DMA(0xC8),
    WRITE_DMA(0xCA),
    FLUSH_CACHE(0xE7),
    FLUSH_CACHE_EXT(0xEA),
    IDENTIFY(0xEC),
    SET_FEATURES(0xEF);

    final int code;

    AtaCommand(int code) {
        this.code = code;
    }

    /** Returns whether it takes addresses of 48 bits. */
    boolean isExtended() {
        return switch (this) {
            case READ_SECTORS_EXT, READ_DMA_EXT, READ_MULTIPLE_EXT, WRITE_SECTORS_EXT, WRITE_DMA_EXT, WRITE_MULTIPLE_EXT, FLUSH_CACHE_EXT -> true;
            case READ_SECTORS, WRITE_SECTORS, READ_MULTIPLE, WRITE_MULTIPLE, SET_MULTIPLE, READ_DMA, WRITE_DMA, FLUSH_CACHE, IDENTIFY, SET_FEATURES -> false;
        };
    }
}
