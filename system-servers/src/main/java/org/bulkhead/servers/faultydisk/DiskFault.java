package org.bulkhead.servers.faultydisk;

/** What may go wrong with a request to a disk. Those of writes do nothing to reads, and the other way round. */
public enum DiskFault {
    /** Nothing. */
    NONE,
    /** The request ends with an error, and nothing is done. */
    ERROR,
    /** A bit of what was read is wrong; what is on the disk is right. */
    READ_CORRUPTED,
    /** A bit of what is written is wrong. */
    WRITE_CORRUPTED,
    /** The write is confirmed and not done. */
    WRITE_LOST,
    /** The first half of the blocks, rounded down, is written, and of the next the first half of its bytes. */
    WRITE_TORN,
    /** What is to be written goes to other blocks. */
    WRITE_MISDIRECTED
}
