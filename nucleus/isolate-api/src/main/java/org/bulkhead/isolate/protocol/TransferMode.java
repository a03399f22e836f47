package org.bulkhead.isolate.protocol;

/** Who moves the data of a block device. */
public enum TransferMode {
    /** The processor, word by word (programmed I/O). */
    BY_PROCESSOR,
    /** The device, by itself (DMA); what cannot go that way the processor moves. */
    BY_DEVICE
}
