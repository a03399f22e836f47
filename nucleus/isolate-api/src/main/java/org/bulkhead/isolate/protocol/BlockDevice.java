package org.bulkhead.isolate.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;

/** Fixed-size blocks addressed by number, on one or more units. Every operation may be repeated safely, so a request survives its server's death. */
@Protocol
public interface BlockDevice {
    /** Largest transfer of one request, in bytes. */
    int TRANSFER_LIMIT = 64 * 1024;

    /**
     * {@return the size of a unit, counted from 0}
     *
     * @param unit which unit of the device, from 0 on
     * @throws DeviceException if there is no such unit
     */
    @Idempotent
    Geometry geometry(int unit) throws DeviceException;

    /**
     * Reads {@code into.remaining() / blockSize} blocks from {@code firstBlock} on; at most {@link #TRANSFER_LIMIT} bytes.
     *
     * @param unit which unit of the device, from 0 on
     * @param firstBlock number of the first block, from 0 on
     * @param into lent for writing: a whole number of blocks remain in it, at least one and at most {@link #TRANSFER_LIMIT} bytes; its position stays
     * @throws DeviceException if there is no such unit, blocks lie beyond its end, or the device reports an error
     */
    @Idempotent
    void read(int unit, long firstBlock, @Lent(value = LeaseAccess.WRITE, max = TRANSFER_LIMIT) ByteBuffer into) throws DeviceException;

    /**
     * Writes {@code from.remaining() / blockSize} blocks from {@code firstBlock} on; at most {@link #TRANSFER_LIMIT} bytes.
     *
     * @param unit which unit of the device, from 0 on
     * @param firstBlock number of the first block, from 0 on
     * @param from lent for reading: a whole number of blocks remain in it, at least one and at most {@link #TRANSFER_LIMIT} bytes; its position stays
     * @throws DeviceException if there is no such unit, blocks lie beyond its end, or the device reports an error
     */
    @Idempotent
    void write(int unit, long firstBlock, @Lent(value = LeaseAccess.READ, max = TRANSFER_LIMIT) ByteBuffer from) throws DeviceException;

    /**
     * Returns when everything written to the unit is on the medium.
     *
     * @param unit which unit of the device, from 0 on
     * @throws DeviceException if there is no such unit, or the device reports an error
     */
    @Idempotent
    void flush(int unit) throws DeviceException;

    /**
     * Says who is to move data from now on, until the driver is restarted; returns who does, which is the processor if the device cannot. Without it the device moves what it can.
     *
     * @param wanted who is to move data
     * @return who does from now on
     */
    @Idempotent
    TransferMode transferMode(TransferMode wanted);
}
