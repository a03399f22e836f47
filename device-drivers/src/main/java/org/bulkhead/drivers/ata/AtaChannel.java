package org.bulkhead.drivers.ata;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * The registers of a channel: begins commands, waits for them, and resets both disks.
 *
 * <p>Nothing is believed from an interrupt but that it is time to look at the status register: interrupts may be lost, late or shared.
 */
final class AtaChannel {
    private static final long RESET_NANOS = 2_000_000_000L;
    private static final long POLL_NANOS = 1_000_000L;
    /** How often to look without an interrupt: one that was lost costs no more than that. */
    private static final long LOOK_NANOS = 250_000_000L;
    /** Reads of the alternate status take at least 100 ns each; the status is valid 400 ns after a unit was selected (ATA/ATAPI-6 §9.4). */
    private static final int SETTLING_READS = 4;

    private final PortRange command;
    private final PortRange control;
    private final InterruptLine completion;

    AtaChannel(PortRange command, PortRange control, InterruptLine completion) {
        this.command = command;
        this.control = control;
        this.completion = completion;
    }

    /** Selects a unit; returns its status. */
    int select(int unit) {
        command.write(TaskFile.DEVICE, TaskFile.DEVICE_LBA | unit << TaskFile.DEVICE_UNIT_SHIFT);
        settle();
        return control.read(TaskFile.ALTERNATE_STATUS);
    }

    /** Writes the registers of a command, the command last; {@code feature} matters only to those that have one. */
    void start(int unit, AtaCommand what, int feature, long block, int count, long deadline) throws DeviceException {
        await(unit, TaskFile.STATUS_BUSY, deadline);
        boolean extended = what.isExtended();
        command.write(TaskFile.DEVICE, TaskFile.DEVICE_LBA | unit << TaskFile.DEVICE_UNIT_SHIFT | (extended ? 0 : (int) (block >> 24) & TaskFile.DEVICE_LBA_MASK));
        settle();
        if (extended) {
            // Each of these registers is two deep: what is written first moves up (ATA/ATAPI-6 §6.2).
            writeAddress(count >> 8, (int) (block >> 24), (int) (block >> 32), (int) (block >> 40));
        }
        command.write(TaskFile.FEATURES, feature);
        writeAddress(count, (int) block, (int) (block >> 8), (int) (block >> 16));
        command.write(TaskFile.COMMAND, what.code);
        settle();
    }

    private void writeAddress(int count, int low, int mid, int high) {
        command.write(TaskFile.SECTOR_COUNT, count);
        command.write(TaskFile.LBA_LOW, low);
        command.write(TaskFile.LBA_MID, mid);
        command.write(TaskFile.LBA_HIGH, high);
    }

    /** Waits until none of the bits {@code busy} is in the status; returns the status, whose reading acknowledges the interrupt. */
    int await(int unit, int busy, long deadline) throws DeviceException {
        while ((control.read(TaskFile.ALTERNATE_STATUS) & busy) != 0) {
            long look = Math.min(deadline, Nucleus.after(LOOK_NANOS));
            if (completion.await(look)) {
                completion.done();
            } else if (look == deadline && (control.read(TaskFile.ALTERNATE_STATUS) & busy) != 0) {
                throw new DeviceException("unit " + unit + " does not answer");
            }
        }
        return command.read(TaskFile.STATUS);
    }

    /** Has a command without data carried out. */
    void carryOut(int unit, AtaCommand what, int feature, int count, long deadline) throws DeviceException {
        start(unit, what, feature, 0, count, deadline);
        int status = await(unit, TaskFile.STATUS_BUSY, deadline);
        if ((status & (TaskFile.STATUS_ERROR | TaskFile.STATUS_DEVICE_FAULT)) != 0) {
            throw new DeviceException(describe(unit, status, error()));
        }
    }

    /** Returns the error register, which says what went wrong in the last command. */
    int error() {
        return command.read(TaskFile.ERROR);
    }

    /** Returns what went wrong in a command, for a message. */
    static String describe(int unit, int status, int error) {
        return "unit " + unit + ": status 0x" + Integer.toHexString(status) + ", error 0x" + Integer.toHexString(error);
    }

    /** Reads what a unit says of itself, to the start of a buffer. */
    void readIdentity(RawBuffer into, int bytes) {
        command.readBulk(TaskFile.DATA, into, 0, bytes);
    }

    /** Reads so many bytes to the buffer's position, or writes them from there; the position moves. */
    void moveData(Transfer transfer, ByteBuffer data, int bytes) {
        switch (transfer) {
            case READ -> command.readBulk(TaskFile.DATA, data, bytes);
            case WRITE -> command.writeBulk(TaskFile.DATA, data, bytes);
        }
    }

    /** Takes an interrupt that came while no command waited: it says nothing, but the line must be let go, or it would never interrupt again. */
    void interrupted() {
        command.read(TaskFile.STATUS);
        completion.done();
    }

    /** Resets both units (ATA/ATAPI-6 §9.2), which also ends whatever a predecessor had begun. */
    void reset() throws DeviceException {
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

    private void settle() {
        for (int i = 0; i < SETTLING_READS; i++) {
            control.read(TaskFile.ALTERNATE_STATUS);
        }
    }
}
