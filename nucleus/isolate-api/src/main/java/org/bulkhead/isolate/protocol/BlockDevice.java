package org.bulkhead.isolate.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;

/** Fixed-size blocks addressed by number, on one or more units. Every operation may be repeated safely, so a request survives its server's death. */
@Protocol
public interface BlockDevice {
    /** Largest transfer of one request, in bytes. */
    int TRANSFER_LIMIT = 64 * 1024;

    /** Returns the size of a unit, counted from 0. Throws DeviceException if there is no such unit. */
    @Idempotent
    Geometry geometry(int unit) throws DeviceException;

    /** Reads {@code into.remaining() / blockSize} blocks from {@code firstBlock} on; at most {@link #TRANSFER_LIMIT} bytes. */
    @Idempotent
    void read(int unit, long firstBlock, @Lent(value = LeaseAccess.WRITE, max = TRANSFER_LIMIT) ByteBuffer into) throws DeviceException;

    /** Writes {@code from.remaining() / blockSize} blocks from {@code firstBlock} on; at most {@link #TRANSFER_LIMIT} bytes. */
    @Idempotent
    void write(int unit, long firstBlock, @Lent(value = LeaseAccess.READ, max = TRANSFER_LIMIT) ByteBuffer from) throws DeviceException;

    /** Returns when everything written to the unit is on the medium. */
    @Idempotent
    void flush(int unit) throws DeviceException;

    /** Says who is to move data from now on, until the driver is restarted; returns who does, which is the processor if the device cannot. Without it the device moves what it can. */
    @Idempotent
    TransferMode transferMode(TransferMode wanted);
}
