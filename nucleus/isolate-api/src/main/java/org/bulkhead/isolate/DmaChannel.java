package org.bulkhead.isolate;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.nucleus.abi.SystemCall;

/**
 * A channel of a bus master, by which a device moves data to and from a buffer by itself. The isolate never names physical memory: the nucleus makes the descriptors that the device reads, and keeps
 * the channel's ports.
 *
 * <p>When the isolate starts, and when a live update has failed that the isolate was ready to give way to, the channel is in quarantine: the device may still be at work on what the predecessor began. The isolate resets the device, then
 * calls {@link #ready}. Until then nothing can be started, and there is no buffer. No method waits: that a transfer is over, the device's interrupt says, or its status.
 */
public final class DmaChannel {
    /** Status: a transfer is under way. */
    public static final int ACTIVE = 1;
    /** Status: the device or the bus failed. */
    public static final int ERROR = 2;
    /** Status: the device has interrupted since the transfer was started. */
    public static final int INTERRUPT = 4;

    /** Which way data goes. */
    public enum Direction {
        /** From the device to the buffer. */
        TO_MEMORY(SystemCall.DMA_TO_MEMORY),
        /** From the buffer to the device. */
        FROM_MEMORY(SystemCall.DMA_FROM_MEMORY);

        private final int number;

        Direction(int number) {
            this.number = number;
        }
    }

    private final GrantedHandle handle;
    private final String name;
    private final int length;
    private ByteBuffer buffer;

    DmaChannel(GrantedHandle handle, String name) {
        HandleInfo info = Nucleus.handleInfo(handle.number());
        this.handle = handle;
        this.name = name;
        length = (int) info.b();
    }

    /** {@return the size of the buffer in bytes, a multiple of 4096 up to 64 KiB} */
    public int length() {
        return length;
    }

    /**
     * Says that the device has been reset, so that nothing of a predecessor's goes on: ends the quarantine. Returns the buffer, zeroed the first time, little-endian, position 0.
     *
     * @return the buffer; each time the same
     * @throws org.bulkhead.isolate.call.NucleusException if the channel has been taken away
     */
    public ByteBuffer ready() {
        long address = Nucleus.check(Nucleus.tryCall(SystemCall.DMA_READY, handle.number(), 0, 0, 0, 0), "DMA channel " + name);
        if (buffer == null) {
            buffer = RawMemory.bufferAt(address, length);
        }
        return buffer;
    }

    /**
     * {@return the buffer}
     *
     * @throws IllegalStateException before {@link #ready}
     */
    public ByteBuffer buffer() {
        if (buffer == null) {
            throw new IllegalStateException("the DMA channel " + name + " is in quarantine: reset the device and call ready()");
        }
        return buffer;
    }

    /**
     * Starts a transfer between the device and a range of the buffer, both ends of which are even; the device, told by its own registers, does the rest. What another transfer has begun is
     * stopped.
     *
     * @param direction which way data goes
     * @param offset first byte of the range in the buffer, even
     * @param bytes length of the range, even and above 0
     * @throws org.bulkhead.isolate.call.NucleusException QUARANTINED before {@link #ready}; BAD_ARGUMENT for a range that is odd, empty or not in the buffer
     */
    public void start(Direction direction, int offset, int bytes) {
        Nucleus.check(Nucleus.tryCall(SystemCall.DMA_START, handle.number(), direction.number, offset, bytes, 0), "DMA channel " + name);
    }

    /**
     * Stops the transfer; returns the status as it was: {@link #ACTIVE}, {@link #ERROR}, {@link #INTERRUPT}.
     *
     * @return the status, a sum of these constants
     */
    public int stop() {
        return (int) Nucleus.check(Nucleus.tryCall(SystemCall.DMA_STOP, handle.number(), 0, 0, 0, 0), "DMA channel " + name) & (ACTIVE | ERROR | INTERRUPT);
    }
}
