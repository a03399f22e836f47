package org.bulkhead.drivers.ata.scenario;

import java.nio.ByteBuffer;
import org.bulkhead.drivers.ata.AtaController;
import org.bulkhead.isolate.DmaChannel;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.PciBar;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.SendsTo;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** The disk driver, but each of its first six incarnations fails in its own way in the middle of a request, after some that went well. */
@Driver(name = "ata0", serves = BlockDevice.class)
@UsesPorts({@Ports(name = "command", first = 0x1F0, count = 8), @Ports(name = "control", first = 0x3F6, count = 1)})
@UsesInterrupt(14)
@UsesPci(name = "controller", classCode = 0x0101, bars = @PciBar(name = "channel", bar = 4, kind = BarKind.DMA, bytes = BlockDevice.TRANSFER_LIMIT), interrupt = false, optional = true)
@SendsTo("conductor")
@Limits(heap = "512K", cpu = "80%", queue = 16, request = "8s", run = "1s")
@Restarts(burst = 8)
public final class AtaFaultyDriver implements BlockDevice, Isolate {
    /** The operation by which it tells the conductor that it may be killed now. */
    public static final int READY_TO_DIE = 1;

    private static final int GOOD_READS = 24;
    private static final long FOREIGN_ADDRESS = 0x6666_0000L;
    /** Told apart from the other, so that the scenario can see that the bus master had been started. */
    private static final long FOREIGN_ADDRESS_IN_TRANSFER = 0x6666_1000L;
    private static final int FOREIGN_VALUE = 0x0BAD_F00D;
    private static final long PATIENCE_NANOS = 4_000_000_000L;

    // Registers of the channel, as offsets in its ports, and what is written there (ATA/ATAPI-6 chapter 7).
    private static final int SECTOR_COUNT = 2;
    private static final int ADDRESS = 3;
    private static final int ADDRESS_BYTES = 3;
    private static final int DEVICE = 6;
    private static final int COMMAND = 7;
    private static final int LBA = 0xE0;
    private static final int UNIT_SHIFT = 4;
    private static final int READ_DMA = 0xC8;
    /** Busy, or requesting data. */
    private static final int AT_WORK = 0x88;
    private static final int BLOCK_SIZE = 512;

    private static final Fault[] FAULTS = Fault.values();

    private final AtaController controller;
    private final MessageQueue conductor;
    private final int incarnation;
    private final Grants grants;
    private int reads;
    private int spins;

    public AtaFaultyDriver(Grants grants) {
        this.grants = grants;
        controller = new AtaController(grants);
        conductor = grants.queue("conductor");
        incarnation = grants.incarnation();
    }

    @Override
    public void run() {
        new ServiceLoop(new BlockDeviceDispatcher(this), bits -> controller.interrupted()).run();
    }

    @Override
    public Geometry geometry(int unit) throws DeviceException {
        return controller.geometry(unit);
    }

    @Override
    public void read(int unit, long firstBlock, ByteBuffer into) throws DeviceException {
        if (reads++ == GOOD_READS && incarnation < FAULTS.length) {
            fail(FAULTS[incarnation], unit, firstBlock, into.remaining());
        }
        controller.read(unit, firstBlock, into);
    }

    @Override
    public void write(int unit, long firstBlock, ByteBuffer from) throws DeviceException {
        controller.write(unit, firstBlock, from);
    }

    @Override
    public void flush(int unit) throws DeviceException {
        controller.flush(unit);
    }

    @Override
    public TransferMode transferMode(TransferMode wanted) {
        return controller.transferMode(wanted);
    }

    /** Has disk and bus master, which have done so before, begin to read, and does not wait for them; returns whether the disk is at work. */
    private boolean leaveRead(int unit, long firstBlock, int bytes) {
        DmaChannel master = grants.pci("controller").orElseThrow().dma("channel");
        PortRange command = grants.ports("command");
        command.write(DEVICE, LBA | unit << UNIT_SHIFT);
        command.write(SECTOR_COUNT, bytes / BLOCK_SIZE);
        for (int i = 0; i < ADDRESS_BYTES; i++) {
            command.write(ADDRESS + i, (int) (firstBlock >> i * Byte.SIZE));
        }
        command.write(COMMAND, READ_DMA);
        master.start(DmaChannel.Direction.TO_MEMORY, 0, bytes);
        return (grants.ports("control").read(0) & AT_WORK) != 0;
    }

    private void fail(Fault fault, int unit, long firstBlock, int bytes) throws DeviceException {
        switch (fault) {
            case WAITS_TO_BE_KILLED -> {
                conductor.send(new Message().begin(READY_TO_DIE));
                // If nobody comes the read goes on, and the scenario counts a death too few.
                Notifications.await(0, Nucleus.after(PATIENCE_NANOS));
            }
            case WILD_WRITE -> Address.fromLong(FOREIGN_ADDRESS).storeInt(FOREIGN_VALUE);
            case PRIVILEGED_INSTRUCTION -> Magic.disableInterrupts();
            case UNCAUGHT_EXCEPTION -> throw new IllegalStateException("the scenario's own failure after " + GOOD_READS + " reads");
            case ENDLESS_LOOP -> {
                while (reads != 0) {
                    spins++;
                }
            }
            case LEAVES_TRANSFER -> {
                while (!leaveRead(unit, firstBlock, bytes)) {
                    // The disk was done before anybody looked.
                    spins++;
                }
                Address.fromLong(FOREIGN_ADDRESS_IN_TRANSFER).storeInt(FOREIGN_VALUE);
            }
        }
    }
}
