package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.message.Bulk;

/** Fixed-size blocks addressed by number, on one or more units. Every operation may be repeated safely, so a request survives its server's death. */
public interface BlockDevice {
    /** Largest transfer of one request, in bytes. */
    int TRANSFER_LIMIT = 64 * 1024;

    /** Returns the size of a unit, counted from 0. Throws DeviceException if there is no such unit. */
    Geometry geometry(int unit) throws DeviceException;

    /** Reads {@code into.length() / blockSize} blocks from {@code firstBlock} on; at most {@link #TRANSFER_LIMIT} bytes. */
    void read(int unit, long firstBlock, Bulk into) throws DeviceException;

    /** Writes {@code from.length() / blockSize} blocks from {@code firstBlock} on; at most {@link #TRANSFER_LIMIT} bytes. */
    void write(int unit, long firstBlock, Bulk from) throws DeviceException;

    /** Returns when everything written to the unit is on the medium. */
    void flush(int unit) throws DeviceException;
}
