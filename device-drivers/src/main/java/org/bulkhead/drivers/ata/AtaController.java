package org.bulkhead.drivers.ata;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;

/**
 * An ATA channel and the disks on it, by programmed I/O with interrupts.
 *
 * <p>Nothing is believed from an interrupt but that it is time to look at the status register: interrupts may be lost, late or shared. A command that does not end in
 * time resets the channel, so that the next request finds it in a known state.
 */
public final class AtaController implements BlockDevice {
    private static final int UNITS = 2;
    private static final int BLOCK_SIZE = 512;
    private static final long LBA28_LIMIT = 1L << 28;
    private static final int LARGEST_TRANSFER = 16;
    private static final long COMMAND_NANOS = 5_000_000_000L;
    private static final long RESET_NANOS = 2_000_000_000L;
    private static final long POLL_NANOS = 1_000_000L;
    /** Reads of the alternate status take at least 100 ns each; the status is valid 400 ns after a unit was selected (ATA/ATAPI-6 §9.4). */
    private static final int SETTLING_READS = 4;

    private final PortRange command;
    private final PortRange control;
    private final InterruptLine completion;
    /** What a unit says of itself. */
    private final RawBuffer identity = RawBuffer.allocate(BLOCK_SIZE);
    private final AtaUnit[] units = new AtaUnit[UNITS];

    /** Takes over a channel in whatever state it is: resets it and asks each unit what it is. */
    public AtaController(PortRange command, PortRange control, InterruptLine completion) {
        this.command = command;
        this.control = control;
        this.completion = completion;
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
    }

    @Override
    public Geometry geometry(int unit) throws DeviceException {
        AtaUnit found = unit(unit);
        return new Geometry(found.blocks(), BLOCK_SIZE, found.model());
    }

    @Override
    public void read(int unit, long firstBlock, ByteBuffer into) throws DeviceException {
        AtaUnit disk = unit(unit);
        int blocks = checkedBlocks(disk, firstBlock, into.remaining());
        long deadline = Nucleus.after(COMMAND_NANOS);
        start(unit, firstBlock, blocks, disk.sectorsPerTransfer() > 1 ? TaskFile.READ_MULTIPLE : TaskFile.READ_SECTORS, deadline);
        int group = disk.sectorsPerTransfer() * BLOCK_SIZE;
        while (into.hasRemaining()) {
            awaitData(unit, deadline);
            command.readBulk(TaskFile.DATA, into, Math.min(group, into.remaining()));
        }
    }

    @Override
    public void write(int unit, long firstBlock, ByteBuffer from) throws DeviceException {
        AtaUnit disk = unit(unit);
        int blocks = checkedBlocks(disk, firstBlock, from.remaining());
        long deadline = Nucleus.after(COMMAND_NANOS);
        start(unit, firstBlock, blocks, disk.sectorsPerTransfer() > 1 ? TaskFile.WRITE_MULTIPLE : TaskFile.WRITE_SECTORS, deadline);
        int group = disk.sectorsPerTransfer() * BLOCK_SIZE;
        while (from.hasRemaining()) {
            awaitData(unit, deadline);
            command.writeBulk(TaskFile.DATA, from, Math.min(group, from.remaining()));
        }
        awaitEnd(unit, deadline);
    }

    @Override
    public void flush(int unit) throws DeviceException {
        unit(unit);
        long deadline = Nucleus.after(COMMAND_NANOS);
        start(unit, 0, 0, TaskFile.FLUSH_CACHE, deadline);
        awaitEnd(unit, deadline);
    }

    /** Takes an interrupt that came while no command waited: it says nothing, but the line must be let go, or it would never interrupt again. */
    public void interrupted() {
        command.read(TaskFile.STATUS);
        completion.done();
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

    private void settle() {
        for (int i = 0; i < SETTLING_READS; i++) {
            control.read(TaskFile.ALTERNATE_STATUS);
        }
    }

    /** Writes the registers of a command, the command last. */
    private void start(int unit, long block, int count, int code, long deadline) throws DeviceException {
        awaitIdle(unit, deadline);
        command.write(TaskFile.DEVICE, TaskFile.DEVICE_LBA | unit << TaskFile.DEVICE_UNIT_SHIFT | (int) (block >> 24) & TaskFile.DEVICE_LBA_MASK);
        settle();
        command.write(TaskFile.SECTOR_COUNT, count);
        command.write(TaskFile.LBA_LOW, (int) block);
        command.write(TaskFile.LBA_MID, (int) (block >> 8));
        command.write(TaskFile.LBA_HIGH, (int) (block >> 16));
        command.write(TaskFile.COMMAND, code);
        settle();
    }

    /** Waits until the unit is not busy; returns its status, whose reading acknowledges the interrupt. */
    private int awaitIdle(int unit, long deadline) throws DeviceException {
        while ((control.read(TaskFile.ALTERNATE_STATUS) & TaskFile.STATUS_BUSY) != 0) {
            boolean interrupted = completion.await(deadline);
            if (interrupted) {
                completion.done();
            } else if ((control.read(TaskFile.ALTERNATE_STATUS) & TaskFile.STATUS_BUSY) != 0) {
                recover();
                throw new DeviceException("unit " + unit + " does not answer");
            }
        }
        return command.read(TaskFile.STATUS);
    }

    private int awaitEnd(int unit, long deadline) throws DeviceException {
        int status = awaitIdle(unit, deadline);
        if ((status & (TaskFile.STATUS_ERROR | TaskFile.STATUS_DEVICE_FAULT)) != 0) {
            throw new DeviceException("unit " + unit + ": status 0x" + Integer.toHexString(status) + ", error 0x" + Integer.toHexString(command.read(TaskFile.ERROR)));
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

    private void recover() {
        try {
            reset();
            prepare();
        } catch (DeviceException e) {
            // The next request will find the channel dead as well, and say so to its caller.
            return;
        }
    }

    /** Resets both units (ATA/ATAPI-6 §9.2), which also ends whatever a predecessor had begun. */
    private void reset() throws DeviceException {
        control.write(TaskFile.DEVICE_CONTROL, TaskFile.CONTROL_RESET);
        settle();
        control.write(TaskFile.DEVICE_CONTROL, 0);
        settle();
        long deadline = Nucleus.after(RESET_NANOS);
        while ((control.read(TaskFile.ALTERNATE_STATUS) & TaskFile.STATUS_BUSY) != 0) {
            if (control.read(TaskFile.ALTERNATE_STATUS) == TaskFile.STATUS_FLOATING || Nucleus.now() >= deadline) {
                throw new DeviceException("the channel does not come out of reset");
            }
            Notifications.sleep(POLL_NANOS);
        }
        completion.done();
    }

    /** Lets each disk transfer as many sectors between interrupts as it can; a reset makes it forget. */
    private void prepare() throws DeviceException {
        for (int unit = 0; unit < UNITS; unit++) {
            if (units[unit] != null && units[unit].sectorsPerTransfer() > 1) {
                long deadline = Nucleus.after(COMMAND_NANOS);
                start(unit, 0, units[unit].sectorsPerTransfer(), TaskFile.SET_MULTIPLE, deadline);
                awaitEnd(unit, deadline);
            }
        }
    }

    /** Returns what the unit says of itself, null if there is no disk. */
    private AtaUnit identify(int unit) throws DeviceException {
        command.write(TaskFile.DEVICE, TaskFile.DEVICE_LBA | unit << TaskFile.DEVICE_UNIT_SHIFT);
        settle();
        int status = control.read(TaskFile.ALTERNATE_STATUS);
        if (status == 0 || status == TaskFile.STATUS_FLOATING) {
            return null;
        }
        long deadline = Nucleus.after(COMMAND_NANOS);
        start(unit, 0, 0, TaskFile.IDENTIFY, deadline);
        status = awaitIdle(unit, deadline);
        if ((status & TaskFile.STATUS_ERROR) != 0 || (status & TaskFile.STATUS_DATA_REQUEST) == 0) {
            // Nothing there, or something that is no disk.
            return null;
        }
        command.readBulk(TaskFile.DATA, identity, 0, BLOCK_SIZE);
        int multiple = Math.min(identity.byteAt(TaskFile.IDENTITY_MULTIPLE), LARGEST_TRANSFER);
        long blocks = identity.intAt(TaskFile.IDENTITY_SECTORS) & 0xFFFF_FFFFL;
        return new AtaUnit(Math.min(blocks, LBA28_LIMIT), Math.max(multiple, 1), model());
    }

    /** Returns the model name, which is stored with the bytes of each word swapped and filled up with blanks. */
    private String model() {
        char[] name = new char[TaskFile.IDENTITY_MODEL_SIZE];
        for (int i = 0; i < name.length; i++) {
            int c = identity.byteAt(TaskFile.IDENTITY_MODEL + (i ^ 1));
            name[i] = c < ' ' || c > '~' ? ' ' : (char) c;
        }
        return new String(name).trim();
    }
}
