package org.bulkhead.drivers.ata;

import java.nio.ByteBuffer;
import org.bulkhead.drivers.handover.HandedOver;
import org.bulkhead.drivers.handover.Handover;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.NotNowException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;

/**
 * The disks on an ATA channel: by the channel's bus master where there is one, otherwise by programmed I/O.
 *
 * <p>A command that does not end in time resets the channel, so that the next request finds it in a known state.
 */
public final class AtaController implements BlockDevice, HandedOver {
    /** Of the layout of what it leaves to a successor: u8 transfer mode, u64 transfers. */
    public static final int STATE_VERSION = 1;

    static final int BLOCK_SIZE = 512;

    static final int UNITS = 2;
    private static final int LINE = 14;
    private static final TransferMode[] MODES = TransferMode.values();
    private static final long COMMAND_NANOS = 5_000_000_000L;
    /** Shorter, since the same is then tried in another way within the time of one request. */
    private static final long DMA_NANOS = 2_000_000_000L;

    private final AtaChannel channel;
    private final BusMaster busMaster;
    /** What a unit says of itself. */
    private final RawBuffer identity = RawBuffer.allocate(BLOCK_SIZE);
    private final AtaUnit[] units = new AtaUnit[UNITS];
    private TransferMode mode = TransferMode.BY_DEVICE;
    /** Null: nothing is kept for a successor. */
    private final Handover handover;
    /** Since the machine was switched on, as far as predecessors have left their number. */
    private long transfers;
    /** Whether the next transfer goes without the bus master, come what may. */
    private boolean cautious;
    /** Whether a transfer has begun that nobody waits for. */
    private boolean inTransfer;

    /**
     * Takes over the primary channel in whatever state it is: resets it and asks each unit what it is. A successor makes its first transfer without the bus master: it is answered sooner, and
     * does not die of the same if that is what its predecessor died of.
     */
    public AtaController(Grants grants) {
        this(grants, null);
    }

    /** As the other, with what a predecessor has left, and a successor will find. If it left the channel at rest, there is no need for caution. */
    public AtaController(Grants grants, Handover handover) {
        this.handover = handover;
        channel = new AtaChannel(grants.ports("command"), grants.ports("control"), grants.interrupt(LINE));
        busMaster = new BusMaster(channel, grants);
        cautious = grants.incarnation() > 0 && (handover == null || !handover.isAtRest());
        if (handover != null) {
            handover.restore(this::take);
        }
        try {
            reset();
            for (int unit = 0; unit < UNITS; unit++) {
                units[unit] = identify(unit);
            }
            prepare();
        } catch (DeviceException e) {
            // A channel without disks answers every request with an error; that is no reason to die.
            units[0] = null;
            units[1] = null;
        }
        if (grants.incarnation() == 0) {
            // A successor has clients waiting.
            report();
        }
    }

    private void take(ByteBuffer state) {
        mode = MODES[state.get()];
        transfers = state.getLong();
        if (handover.isAtRest()) {
            Log.line("ata0: goes on after " + transfers + " transfers, " + mode);
        }
    }

    private void report() {
        for (int unit = 0; unit < UNITS; unit++) {
            AtaUnit found = units[unit];
            Log.line("ata0: disk" + unit + ": " + (found == null ? "none" : found.model() + ", " + found.blocks() + " blocks of " + BLOCK_SIZE + " bytes"));
        }
    }

    private void reset() throws DeviceException {
        channel.reset();
        busMaster.channelWasReset();
    }

    @Override
    public Geometry geometry(int unit) throws DeviceException {
        AtaUnit found = unit(unit);
        return new Geometry(found.blocks(), BLOCK_SIZE, found.model());
    }

    @Override
    public TransferMode transferMode(TransferMode wanted) {
        mode = wanted;
        if (handover != null) {
            handover.keep(state());
        }
        return busMaster.isPresent() ? mode : TransferMode.BY_PROCESSOR;
    }

    @Override
    public void read(int unit, long firstBlock, ByteBuffer into) throws DeviceException {
        move(unit, Transfer.READ, firstBlock, into);
    }

    @Override
    public void write(int unit, long firstBlock, ByteBuffer from) throws DeviceException {
        move(unit, Transfer.WRITE, firstBlock, from);
    }

    private void move(int unit, Transfer transfer, long firstBlock, ByteBuffer data) throws DeviceException {
        AtaUnit disk = unit(unit);
        leaveTransfer();
        int blocks = checkedBlocks(disk, firstBlock, data.remaining());
        transfers++;
        if (isForBusMaster(disk)) {
            try {
                busMaster.move(unit, disk, transfer, firstBlock, data, Nucleus.after(DMA_NANOS));
                return;
            } catch (BusMaster.Failure e) {
                recover();
            }
        }
        long deadline = Nucleus.after(COMMAND_NANOS);
        start(unit, transfer, firstBlock, blocks, deadline);
        inTransfer = true;
        int group = disk.sectorsPerTransfer() * BLOCK_SIZE;
        while (data.hasRemaining()) {
            awaitData(unit, deadline);
            channel.moveData(transfer, data, Math.min(group, data.remaining()));
        }
        inTransfer = false;
        if (transfer == Transfer.WRITE) {
            awaitEnd(unit, deadline);
        }
    }

    private boolean isForBusMaster(AtaUnit disk) {
        if (mode == TransferMode.BY_PROCESSOR || cautious) {
            cautious = false;
            return false;
        }
        return busMaster.takes(disk);
    }

    @Override
    public void flush(int unit) throws DeviceException {
        leaveTransfer();
        AtaCommand command = switch (unit(unit).addressing()) {
            case BITS_28 -> AtaCommand.FLUSH_CACHE;
            case BITS_48 -> AtaCommand.FLUSH_CACHE_EXT;
        };
        long deadline = Nucleus.after(COMMAND_NANOS);
        channel.start(unit, command, 0, 0, 0, deadline);
        awaitEnd(unit, deadline);
    }

    @Override
    public void interrupted() {
        channel.interrupted();
    }

    private AtaUnit unit(int unit) throws DeviceException {
        if (unit < 0 || unit >= UNITS || units[unit] == null) {
            throw new DeviceException("no disk at unit " + unit);
        }
        return units[unit];
    }

    private static int checkedBlocks(AtaUnit disk, long firstBlock, int length) throws DeviceException {
        int blocks = length / BLOCK_SIZE;
        if (blocks == 0 || length % BLOCK_SIZE != 0 || length > TRANSFER_LIMIT || firstBlock < 0 || firstBlock > disk.blocks() - blocks) {
            throw new DeviceException(length + " bytes from block " + firstBlock + " on, of a disk of " + disk.blocks() + " blocks of " + BLOCK_SIZE);
        }
        return blocks;
    }

    private void start(int unit, Transfer transfer, long firstBlock, int blocks, long deadline) throws DeviceException {
        AtaUnit disk = units[unit];
        AtaCommand command = transfer.command(disk.sectorsPerTransfer() > 1 ? Transfer.Way.MULTIPLE : Transfer.Way.SECTORS, disk.addressing(firstBlock, blocks));
        try {
            channel.start(unit, command, 0, firstBlock, blocks, deadline);
        } catch (DeviceException e) {
            recover();
            throw e;
        }
    }

    private int awaitEnd(int unit, long deadline) throws DeviceException {
        int status;
        try {
            status = channel.await(unit, TaskFile.STATUS_BUSY, deadline);
        } catch (DeviceException e) {
            recover();
            throw e;
        }
        if ((status & (TaskFile.STATUS_ERROR | TaskFile.STATUS_DEVICE_FAULT)) != 0) {
            throw new DeviceException(AtaChannel.describe(unit, status, channel.error()));
        }
        return status;
    }

    private void awaitData(int unit, long deadline) throws DeviceException {
        int status = awaitEnd(unit, deadline);
        if ((status & TaskFile.STATUS_DATA_REQUEST) == 0) {
            recover();
            throw new DeviceException("unit " + unit + " ended a transfer early: status 0x" + Integer.toHexString(status));
        }
    }

    private byte[] state() {
        return ByteBuffer.allocate(Byte.BYTES + Long.BYTES).put((byte) mode.ordinal()).putLong(transfers).array();
    }

    @Override
    public void rest() throws DeviceException, NotNowException {
        leaveTransfer();
        for (int unit = 0; unit < UNITS; unit++) {
            if (units[unit] != null) {
                flush(unit);
            }
        }
        if (handover != null) {
            handover.leave(state());
        }
    }

    /** Makes the channel ready for a command if the last transfer was left in the middle, because the caller's memory was gone. */
    private void leaveTransfer() {
        if (inTransfer) {
            recover();
        }
    }

    @Override
    public void goOn() {
        recover();
    }

    private void recover() {
        inTransfer = false;
        try {
            reset();
            prepare();
        } catch (DeviceException e) {
            // The next request will find the channel dead as well, and say so to its caller.
            return;
        }
    }

    /** Lets each disk transfer as many sectors between interrupts as it can; a reset makes it forget. */
    private void prepare() throws DeviceException {
        for (int unit = 0; unit < UNITS; unit++) {
            if (units[unit] != null && units[unit].sectorsPerTransfer() > 1) {
                channel.carryOut(unit, AtaCommand.SET_MULTIPLE, 0, units[unit].sectorsPerTransfer(), Nucleus.after(COMMAND_NANOS));
            }
        }
    }

    /** Returns what the unit says of itself, null if there is no disk. */
    private AtaUnit identify(int unit) throws DeviceException {
        int status = channel.select(unit);
        if (status == 0 || status == TaskFile.STATUS_FLOATING) {
            return null;
        }
        long deadline = Nucleus.after(COMMAND_NANOS);
        channel.start(unit, AtaCommand.IDENTIFY, 0, 0, 0, deadline);
        status = channel.await(unit, TaskFile.STATUS_BUSY, deadline);
        if ((status & TaskFile.STATUS_ERROR) != 0 || (status & TaskFile.STATUS_DATA_REQUEST) == 0) {
            // Nothing there, or something that is no disk.
            return null;
        }
        channel.readIdentity(identity, BLOCK_SIZE);
        return AtaUnit.of(identity);
    }
}
