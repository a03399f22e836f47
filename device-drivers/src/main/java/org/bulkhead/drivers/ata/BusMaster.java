package org.bulkhead.drivers.ata;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.DmaChannel;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * Moves sectors by the channel's bus master, with one interrupt for all of them, to and from a buffer of the nucleus's.
 *
 * <p>What fails here is tried again by programmed I/O; if it fails too often, that stays so.
 */
final class BusMaster {
    private static final int FAILURE_LIMIT = 3;

    private final AtaChannel channel;
    private final DmaChannel dma;
    private int failures;

    /** The bus master failed, or the disk does not get on with it; the sectors may well be good. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    BusMaster(AtaChannel channel, DmaChannel dma) {
        this.channel = channel;
        this.dma = dma;
    }

    /** Ends the quarantine of the buffer; the channel has been reset. */
    void channelWasReset() {
        dma.stop();
        dma.ready();
    }

    /** Returns whether a transfer of so many bytes is to go this way. */
    boolean takes(AtaUnit disk, int bytes) {
        return disk.hasDma() && bytes <= dma.length() && failures < FAILURE_LIMIT;
    }

    void read(int unit, AtaCommand command, long firstBlock, ByteBuffer into, long deadline) throws DeviceException, Failure {
        int bytes = into.remaining();
        transfer(unit, command, DmaChannel.Direction.TO_MEMORY, firstBlock, bytes, deadline);
        into.put(dma.buffer().clear().limit(bytes));
    }

    void write(int unit, AtaCommand command, long firstBlock, ByteBuffer from, long deadline) throws DeviceException, Failure {
        int bytes = from.remaining();
        // The position stays until it has worked.
        dma.buffer().clear().put(from.duplicate());
        transfer(unit, command, DmaChannel.Direction.FROM_MEMORY, firstBlock, bytes, deadline);
        from.position(from.limit());
    }

    private void transfer(int unit, AtaCommand command, DmaChannel.Direction direction, long firstBlock, int bytes, long deadline) throws DeviceException, Failure {
        int status;
        try {
            channel.start(unit, command, 0, firstBlock, bytes / AtaController.BLOCK_SIZE, deadline);
            dma.start(direction, 0, bytes);
            // While the bus master works the disk requests data, busy or not.
            status = channel.await(unit, TaskFile.STATUS_BUSY | TaskFile.STATUS_DATA_REQUEST, deadline);
        } catch (DeviceException e) {
            dma.stop();
            throw failure(e.getMessage());
        }
        int end = dma.stop();
        if ((status & (TaskFile.STATUS_ERROR | TaskFile.STATUS_DEVICE_FAULT)) != 0) {
            int error = channel.error();
            if ((error & (TaskFile.ERROR_ABORTED | TaskFile.ERROR_TRANSFER)) == 0) {
                throw new DeviceException(AtaChannel.describe(unit, status, error));
            }
            throw failure(AtaChannel.describe(unit, status, error));
        }
        if ((end & (DmaChannel.ERROR | DmaChannel.ACTIVE)) != 0) {
            throw failure("the bus master's status is 0x" + Integer.toHexString(end));
        }
    }

    private Failure failure(String why) {
        failures++;
        Log.line("ata0: DMA failed: " + why + (failures == FAILURE_LIMIT ? "; from now on without" : ""));
        return new Failure(why);
    }
}
