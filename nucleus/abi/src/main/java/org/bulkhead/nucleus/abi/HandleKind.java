package org.bulkhead.nucleus.abi;

/** What a handle names. */
public enum HandleKind {
    /** No handle. */
    NONE,
    /** An isolate; index 0 of every table is the isolate itself. */
    ISOLATE,
    /** A queue, held by its owner. */
    QUEUE,
    /** A queue, held by the isolate that serves it. */
    SERVED_QUEUE,
    /** The right to call or send into a queue, with credits. */
    CONNECTION,
    /** The right to set notification bits of an isolate. */
    NOTIFICATION,
    /** Code and data that isolates can be made with, besides those of the image. */
    MODULE,
    // What follows is of devices.
    /** An interrupt line. */
    INTERRUPT,
    /** A range of I/O ports. */
    PORTS,
    /** A window on a device's memory. */
    DEVICE_WINDOW,
    /** A bus-master channel with its buffer. */
    DMA,
    /** Memory that the nucleus keeps for the next holder. */
    KEPT_MEMORY
}
