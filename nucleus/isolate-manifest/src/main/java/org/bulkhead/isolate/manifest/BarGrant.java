package org.bulkhead.isolate.manifest;

/**
 * A base address register in a manifest.
 *
 * @param name by which the isolate asks for it
 * @param bar number of the register, 0 to 5
 * @param kind what it is used as
 * @param offset where it begins behind the base address
 * @param bytes number of ports or of bytes of device memory; of DMA the size of the buffer
 */
public record BarGrant(String name, int bar, BarKind kind, int offset, int bytes) {
    /** Ports of a bus-master channel (Programming Interface for Bus Master IDE Controller, 1.0). */
    public static final int CHANNEL_PORTS = 8;

    /** {@return how many ports or bytes of device memory it takes} */
    public int extent() {
        return kind == BarKind.DMA ? CHANNEL_PORTS : bytes;
    }
}
