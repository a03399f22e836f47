package org.bulkhead.drivers.ata;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.bulkhead.isolate.DmaChannel;
import org.bulkhead.isolate.Grants;
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
    private final Grants grants;
    /** Found when it is first needed, as everything here: a successor's first answer comes before that. */
    private Optional<DmaChannel> dma;
    /** Whether the buffer is out of quarantine since the last reset. */
    private boolean ready;
    private final boolean[] prepared = new boolean[AtaController.UNITS];
    private int failures;

    /** The bus master failed, or the disk does not get on with it; the sectors may well be good. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    /** Makes the bus master of a channel, if {@code grants} have one. */
    BusMaster(AtaChannel channel, Grants grants) {
        this.channel = channel;
        this.grants = grants;
    }

    /** Returns whether there is one. */
    boolean isPresent() {
        if (dma == null) {
            dma = grants.pci("controller").map(controller -> controller.dma("channel"));
        }
        return dma.isPresent();
    }

    /** Is told that both disks have been reset, which ends what a predecessor began, and makes them forget. */
    void channelWasReset() {
        ready = false;
        Arrays.fill(prepared, false);
    }

    /** Returns whether transfers are to go this way. */
    boolean takes(AtaUnit disk) {
        return disk.hasDma() && failures < FAILURE_LIMIT && isPresent();
    }

    void move(int unit, AtaUnit disk, Transfer transfer, long firstBlock, ByteBuffer data, long deadline) throws DeviceException, Failure {
        int bytes = data.remaining();
        prepare(unit, disk, deadline);
        ByteBuffer buffer = dma.get().buffer().clear().limit(bytes);
        if (transfer == Transfer.WRITE) {
            // The position stays until it has worked.
            buffer.put(data.duplicate());
        }
        carryOut(unit, disk, transfer, firstBlock, bytes, deadline);
        if (transfer == Transfer.READ) {
            data.put(buffer);
        }
        data.position(data.limit());
    }

    private void prepare(int unit, AtaUnit disk, long deadline) throws Failure {
        if (!ready) {
            dma.get().ready();
            ready = true;
        }
        if (!prepared[unit] && !disk.dmaModeSelected()) {
            try {
                channel.carryOut(unit, AtaCommand.SET_FEATURES, TaskFile.FEATURE_TRANSFER_MODE, TaskFile.MODE_MULTIWORD_DMA | disk.fastestMultiwordMode(), deadline);
            } catch (DeviceException e) {
                throw failure(e.getMessage());
            }
        }
        prepared[unit] = true;
    }

    private void start(int unit, AtaUnit disk, Transfer transfer, long firstBlock, int bytes, long deadline) throws DeviceException {
        int blocks = bytes / AtaController.BLOCK_SIZE;
        channel.start(unit, transfer.command(Transfer.Way.DMA, disk.addressing(firstBlock, blocks)), 0, firstBlock, blocks, deadline);
        dma.get().start(transfer == Transfer.READ ? DmaChannel.Direction.TO_MEMORY : DmaChannel.Direction.FROM_MEMORY, 0, bytes);
    }

    private void carryOut(int unit, AtaUnit disk, Transfer transfer, long firstBlock, int bytes, long deadline) throws DeviceException, Failure {
        int status;
        try {
            start(unit, disk, transfer, firstBlock, bytes, deadline);
            // While the bus master works the disk requests data, busy or not.
            status = channel.await(unit, TaskFile.STATUS_BUSY | TaskFile.STATUS_DATA_REQUEST, deadline);
        } catch (DeviceException e) {
            dma.get().stop();
            throw failure(e.getMessage());
        }
        int end = dma.get().stop();
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
