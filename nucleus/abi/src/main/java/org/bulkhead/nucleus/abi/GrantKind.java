package org.bulkhead.nucleus.abi;

/** What {@link SystemCall#ISOLATE_GRANT} grants, with its arguments a and b. The handle lands in the next free index of the isolate's table, from 1 on; index 0 is the isolate itself. */
public final class GrantKind {
    /** a = first port, b = number of ports. Refused if another isolate has one of them. */
    public static final int PORTS = 1;
    /** a = interrupt line 0..15, b = notification bit. */
    public static final int INTERRUPT = 2;
    /** a = queue handle of the granter; the isolate becomes the queue's server. */
    public static final int SERVE_QUEUE = 3;
    /** a = queue handle of the granter, b = credits (high 32 bits: badge); the isolate may call and send. */
    public static final int USE_QUEUE = 4;
    /** a = isolate handle whose notification bits may be set, b = mask of bits. */
    public static final int NOTIFY_ISOLATE = 5;
    /** The isolate becomes a supervisor. */
    public static final int SUPERVISE = 6;
    /** a = physical address, b = bytes, both multiples of a page, at most {@link AddressSpaceLayout#WINDOW_SIZE}, below 4 GiB: memory of a device. BAD_ADDRESS if memory of the machine lies there; refused if an isolate has some of it. {@link HandleRecord} tells where it is mapped. */
    public static final int DEVICE_WINDOW = 7;
    /** a = first of the eight ports of a bus-master channel (Programming Interface for Bus Master IDE Controller, 1.0), a multiple of 8, b = bytes of its buffer, a multiple of a page, at most 64 KiB. The nucleus keeps the ports; refused if an isolate has the channel, or some of its ports. */
    public static final int DMA = 8;

    /** a = region, 0 the supervisor's or 1: {@link AddressSpaceLayout#KEPT_SIZE} bytes that the nucleus keeps from one holder to the next, zero at boot. {@link HandleRecord} tells where they are mapped. Refused if an isolate has the region. */
    public static final int KEPT_MEMORY = 9;
    /** The isolate may make modules: {@link Rights#LOAD}. */
    public static final int LOAD = 10;

    private GrantKind() {}
}
