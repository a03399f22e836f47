package org.bulkhead.isolate.manifest;

/**
 * A window on a device's memory in a manifest.
 *
 * @param name by which the isolate asks for it
 * @param first physical address, a multiple of 4096 below 4 GiB
 * @param bytes length, a multiple of 4096 up to 2 MiB
 */
public record WindowGrant(String name, long first, int bytes) {
    /** Most bytes of device memory that one window shows: the place that each handle has for it. */
    public static final int BYTES_LIMIT = 2 << 20;
}
