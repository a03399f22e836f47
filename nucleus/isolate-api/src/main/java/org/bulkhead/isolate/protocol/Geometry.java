package org.bulkhead.isolate.protocol;

/**
 * The size of a block device.
 *
 * @param blocks number of blocks
 * @param blockSize bytes per block
 * @param model what the device calls itself
 */
public record Geometry(long blocks, int blockSize, String model) {
    /** {@return the number of bytes} */
    public long bytes() {
        return blocks * blockSize;
    }
}
