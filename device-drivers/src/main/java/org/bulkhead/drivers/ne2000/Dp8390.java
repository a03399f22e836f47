package org.bulkhead.drivers.ne2000;

/** The registers of a DP8390 on an NE2000: offsets in the card's ports, and their bits (DP8390D data sheet, section 10). Most offsets mean another register in each of three pages. */
final class Dp8390 {
    static final int COMMAND = 0x00;
    static final int COMMAND_STOP = 0x01;
    static final int COMMAND_START = 0x02;
    static final int COMMAND_TRANSMIT = 0x04;
    static final int COMMAND_REMOTE_READ = 0x08;
    static final int COMMAND_REMOTE_WRITE = 0x10;
    static final int COMMAND_REMOTE_ABORT = 0x20;
    static final int COMMAND_PAGE_1 = 0x40;

    // Page 0.
    static final int RING_START = 0x01;
    static final int RING_STOP = 0x02;
    static final int BOUNDARY = 0x03;
    static final int TRANSMIT_START = 0x04;
    /** Reading; the same offset is {@link #TRANSMIT_START} when written. */
    static final int TRANSMIT_STATUS = 0x04;
    static final int TRANSMIT_COUNT = 0x05;
    static final int INTERRUPT_STATUS = 0x07;
    static final int REMOTE_ADDRESS = 0x08;
    static final int REMOTE_COUNT = 0x0A;
    static final int RECEIVE_CONFIGURATION = 0x0C;
    static final int TRANSMIT_CONFIGURATION = 0x0D;
    static final int DATA_CONFIGURATION = 0x0E;
    static final int INTERRUPT_MASK = 0x0F;
    /** Three counters of 8 bits, which reading clears: frames not aligned, with wrong checksum, missed. */
    static final int TALLIES = 0x0D;
    static final int TALLY_COUNT = 3;

    // Page 1.
    static final int STATION_ADDRESS = 0x01;
    static final int CURRENT_PAGE = 0x07;
    static final int MULTICAST_FILTER = 0x08;
    static final int MULTICAST_BYTES = 8;

    // The card's own ports behind the chip's.
    static final int DATA = 0x10;
    /** Reading resets the card, writing ends the reset. */
    static final int RESET = 0x1F;

    static final int RECEIVED = 0x01;
    static final int TRANSMITTED = 0x02;
    static final int RECEIVE_ERROR = 0x04;
    static final int TRANSMIT_ERROR = 0x08;
    static final int OVERFLOW = 0x10;
    static final int TALLY_HIGH = 0x20;
    static final int REMOTE_DONE = 0x40;
    static final int IN_RESET = 0x80;
    /** What the driver is told of by interrupt: all but the end of its own transfers. */
    static final int EVENTS = RECEIVED | TRANSMITTED | RECEIVE_ERROR | TRANSMIT_ERROR | OVERFLOW | TALLY_HIGH;
    static final int ALL = 0xFF;

    static final int SENT_WITHOUT_ERROR = 0x01;
    static final int COLLIDED = 0x04;
    static final int CARRIER_LOST = 0x10;

    static final int ACCEPT_BROADCAST = 0x04;
    static final int ACCEPT_MULTICAST = 0x08;
    static final int ACCEPT_EVERYTHING = 0x10;
    static final int ACCEPT_NOTHING = 0x20;

    static final int LOOPBACK = 0x02;
    static final int NORMAL = 0x00;

    /** Words of 16 bits, no loopback, FIFO threshold of 8 bytes. */
    static final int DATA_WORDS = 0x49;

    // The four bytes that the chip puts before each received frame.
    static final int HEADER_STATUS = 0;
    static final int HEADER_NEXT = 1;
    static final int HEADER_COUNT = 2;
    static final int HEADER_SIZE = 4;

    static final int PAGE = 256;
    static final int PAGE_SHIFT = 8;

    private Dp8390() {}
}
