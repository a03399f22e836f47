package org.bulkhead.volume;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.VolumeErrorException;

/** A row of blocks in which a volume lies. A write of one block happens wholly or not at all; of several, any may have happened when it fails. */
public interface Blocks {
    /** Bytes of a block. */
    int SIZE = 512;

    /** {@return the number of blocks} */
    long count();

    /**
     * Reads blocks.
     *
     * @param first number of the first, from 0 on
     * @param into gets them between position and limit, a multiple of {@link #SIZE} bytes; its position stays
     * @throws VolumeErrorException if the disk reports an error, or there are not so many blocks
     */
    void read(long first, ByteBuffer into) throws VolumeErrorException;

    /**
     * Writes blocks.
     *
     * @param first number of the first, from 0 on
     * @param from has them between position and limit, a multiple of {@link #SIZE} bytes; its position stays
     * @throws VolumeErrorException if the disk reports an error, or there are not so many blocks
     */
    void write(long first, ByteBuffer from) throws VolumeErrorException;

    /**
     * Returns when everything written is on the medium.
     *
     * @throws VolumeErrorException if the disk reports an error
     */
    void flush() throws VolumeErrorException;
}
