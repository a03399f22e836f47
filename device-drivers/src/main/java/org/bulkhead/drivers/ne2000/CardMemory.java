package org.bulkhead.drivers.ne2000;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.DeviceException;

/** The card's memory as seen through its data port: "remote DMA" in the chip's words, though it is the processor that moves every word (DP8390D, section 9). */
final class CardMemory {
    private static final long TRANSFER_NANOS = 20_000_000L;

    private final PortRange ports;

    CardMemory(PortRange ports) {
        this.ports = ports;
    }

    /** Copies {@code bytes} bytes, an even number, from the card's address {@code from} to {@code into}, whose position moves. */
    void read(int from, ByteBuffer into, int bytes) throws DeviceException {
        begin(from, bytes, Dp8390.COMMAND_REMOTE_READ);
        ports.readBulk(Dp8390.DATA, into, bytes);
        end();
    }

    /** Copies {@code bytes} bytes, an even number, of {@code from}, whose position moves, to the card's address {@code to}. */
    void write(int to, ByteBuffer from, int bytes) throws DeviceException {
        begin(to, bytes, Dp8390.COMMAND_REMOTE_WRITE);
        ports.writeBulk(Dp8390.DATA, from, bytes);
        end();
    }

    private void begin(int address, int bytes, int direction) {
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT);
        ports.write(Dp8390.INTERRUPT_STATUS, Dp8390.REMOTE_DONE);
        ports.write(Dp8390.REMOTE_COUNT, bytes);
        ports.write(Dp8390.REMOTE_COUNT + 1, bytes >> 8);
        ports.write(Dp8390.REMOTE_ADDRESS, address);
        ports.write(Dp8390.REMOTE_ADDRESS + 1, address >> 8);
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | direction);
    }

    private void end() throws DeviceException {
        long deadline = Nucleus.FOREVER;
        while ((ports.read(Dp8390.INTERRUPT_STATUS) & Dp8390.REMOTE_DONE) == 0) {
            // The clock costs a system call, and this has hardly ever to wait.
            if (deadline == Nucleus.FOREVER) {
                deadline = Nucleus.after(TRANSFER_NANOS);
            } else if (Nucleus.now() >= deadline) {
                throw new DeviceException("the card's memory does not answer");
            }
        }
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT);
    }
}
