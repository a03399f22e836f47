package org.bulkhead.isolate.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;

/**
 * A network interface for Ethernet frames, from the destination address to the end of the data, without the checksum.
 *
 * <p>Every request may be repeated when a driver died in the middle of it: then a frame may leave twice, or one that arrived may be lost, which is what protocols above must live
 * with anyway. After a restart the interface comes back as it was configured, and the statistics go on: what {@link #statistics} has told is never taken back, and of what came since, up to 64 frames may be
 * missing.
 */
@Protocol
public interface NetworkInterface {
    /** Bytes of a station's address. */
    int ADDRESS_SIZE = 6;
    /** Bytes of the longest frame. */
    int FRAME_LIMIT = 1514;

    /**
     * {@return the interface's own address}
     *
     * @throws DeviceException if the device does not answer
     */
    @Idempotent
    @MaxLength(ADDRESS_SIZE)
    byte[] address() throws DeviceException;

    /**
     * Sends {@code frame}, 14 to {@link #FRAME_LIMIT} bytes, and returns when it has left; one of less than 60 bytes is filled up with zeroes.
     *
     * @param frame lent for reading: from the destination address to the end of the data
     * @throws DeviceException if the frame is too short or too long, or the device cannot send it
     */
    @Idempotent
    void send(@Lent(value = LeaseAccess.READ, max = FRAME_LIMIT) ByteBuffer frame) throws DeviceException;

    /**
     * Waits for a frame and puts it at the start of {@code into}; returns its length. Frames that nobody asks for are kept, a few dozen of them; the next ones are dropped.
     *
     * @param into lent for writing: {@link #FRAME_LIMIT} bytes are enough for every frame
     * @param timeout nanoseconds to wait; then {@link org.bulkhead.isolate.call.DeadlineException} is thrown, and a frame that comes later is not lost
     * @return the number of bytes of the frame
     * @throws DeviceException if the frame is longer than {@code into}; it stays
     */
    @Deferred
    @Idempotent
    int receive(@Lent(value = LeaseAccess.WRITE, max = FRAME_LIMIT) ByteBuffer into, @Timeout long timeout) throws DeviceException;

    /**
     * Takes these frames from the line from now on.
     *
     * @param mode which frames
     * @throws DeviceException if the device does not answer
     */
    @Idempotent
    void receiveMode(ReceiveMode mode) throws DeviceException;

    /**
     * Takes frames to a group's address as well, and possibly to others': the device's filter is coarse.
     *
     * @param group its address, {@link #ADDRESS_SIZE} bytes, the lowest bit of the first being 1
     * @throws DeviceException if it is no group's address of six bytes
     */
    @Idempotent
    void join(@MaxLength(ADDRESS_SIZE) byte[] group) throws DeviceException;

    /** {@return whether the interface is connected} */
    @Idempotent
    LinkState link();

    /** {@return what has been counted since boot} */
    @Idempotent
    NetworkStatistics statistics();
}
