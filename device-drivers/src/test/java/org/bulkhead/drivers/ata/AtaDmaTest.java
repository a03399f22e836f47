package org.bulkhead.drivers.ata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.TransferMode;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.servers.datastore.Datastore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver of a machine whose IDE controller masters the bus, with the nucleus's own descriptors. */
class AtaDmaTest {
    private static final int SECTOR = 512;
    private static final int READ_MULTIPLE = 0xC4;
    private static final int READ_DMA = 0xC8;
    private static final int WRITE_DMA = 0xCA;
    private static final int READ_DMA_EXT = 0x25;
    private static final int WRITE_DMA_EXT = 0x35;
    private static final PciFunction CONTROLLER = new PciFunction(0x09, 0x8086, 0x7010, 0x010180, PciFunction.NO_INTERRUPT, new int[] {0, 0, 0, 0, AtaModel.MASTER | 1, 0},
        new int[] {0, 0, 0, 0, 16, 0});

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final byte[] disk = new byte[400 * SECTOR];
    private AtaModel model;
    private BlockDevice client;

    @BeforeEach
    void start() {
        new Random(7).nextBytes(disk);
        boot(0);
    }

    private void boot(long origin) {
        model = new AtaModel(kit, disk, null);
        model.setOrigin(0, origin);
        kit.addPciFunction(CONTROLLER);
        kit.attach(model, AtaModel.MASTER, 8);
        kit.start(Datastore.class);
        kit.start(AtaDriver.class, model);
        kit.run();
        client = kit.connect("ata0", BlockDevice.class);
    }

    /** Reads and compares; returns the command by which the disk was read. */
    private int read(int first, int count) throws DeviceException {
        return read(0, first, count);
    }

    private int read(long origin, int first, int count) throws DeviceException {
        ByteBuffer buffer = RawMemory.allocateBuffer(count * SECTOR);
        client.read(0, origin + first, buffer);
        byte[] found = new byte[count * SECTOR];
        buffer.get(0, found);
        assertArrayEquals(Arrays.copyOfRange(disk, first * SECTOR, (first + count) * SECTOR), found);
        return model.lastCommand();
    }

    private int write(long block, byte[] content) throws DeviceException {
        ByteBuffer buffer = RawMemory.allocateBuffer(content.length);
        buffer.put(0, content);
        client.write(0, block, buffer);
        return model.lastCommand();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 8", "5, 128", "399, 1"})
    void sectorsAreReadByTheBusMaster(int first, int count) throws DeviceException {
        assertEquals(READ_DMA, read(first, count));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 8", "5, 100", "399, 1"})
    void sectorsAreWrittenByTheBusMaster(int first, int count) throws DeviceException {
        byte[] content = new byte[count * SECTOR];
        new Random(8).nextBytes(content);
        byte[] expected = disk.clone();
        System.arraycopy(content, 0, expected, first * SECTOR, content.length);
        assertEquals(WRITE_DMA, write(first, content));
        assertArrayEquals(expected, disk);
    }

    @Test
    void whoMovesDataIsLeftToTheSuccessor() throws DeviceException {
        client.transferMode(TransferMode.BY_PROCESSOR);
        kit.kill("ata0");
        assertEquals(READ_MULTIPLE, read(0, 8), "a successor is cautious");
        assertEquals(READ_MULTIPLE, read(8, 8));
        client.transferMode(TransferMode.BY_DEVICE);
        kit.kill("ata0");
        assertEquals(READ_MULTIPLE, read(0, 8));
        assertEquals(READ_DMA, read(8, 8));
    }

    @Test
    void sectorsBeyond28BitsGoByTheBusMasterToo() throws DeviceException {
        kit.boot();
        long origin = (1L << 28) - 100;
        boot(origin);
        assertEquals(READ_DMA, read(origin, 0, 64));
        assertEquals(READ_DMA_EXT, read(origin, 90, 64));
        byte[] content = new byte[2 * SECTOR];
        assertEquals(WRITE_DMA_EXT, write(origin + 120, content));
        assertArrayEquals(content, Arrays.copyOfRange(disk, 120 * SECTOR, 122 * SECTOR));
    }

    @Test
    void theProcessorMovesDataIfAskedTo() throws DeviceException {
        assertEquals(TransferMode.BY_PROCESSOR, client.transferMode(TransferMode.BY_PROCESSOR));
        assertEquals(READ_MULTIPLE, read(3, 32));
        assertEquals(TransferMode.BY_DEVICE, client.transferMode(TransferMode.BY_DEVICE));
        assertEquals(READ_DMA, read(3, 32));
    }

    @ParameterizedTest
    @EnumSource(value = AtaModel.Trouble.class, names = {"BUS_MASTER_FAILS", "BUS_MASTER_HANGS", "DISK_REFUSES_DMA"})
    void whatTheBusMasterCannotDoTheProcessorDoes(AtaModel.Trouble trouble) throws DeviceException {
        model.trouble = trouble;
        assertEquals(READ_MULTIPLE, read(3, 32));
        model.trouble = AtaModel.Trouble.NONE;
        assertEquals(READ_DMA, read(3, 32), "once is not always");
        byte[] content = new byte[4 * SECTOR];
        model.trouble = trouble;
        write(9, content);
        assertArrayEquals(content, Arrays.copyOfRange(disk, 9 * SECTOR, 13 * SECTOR));
        read(1, 2);
        model.trouble = AtaModel.Trouble.NONE;
        assertEquals(READ_MULTIPLE, read(3, 32), "three times is enough");
        assertTrue(kit.log().stream().anyMatch(each -> each.contains("from now on without")), kit.log().toString());
    }

    @Test
    void aBadBlockIsReportedAndNotHeldAgainstTheBusMaster() throws DeviceException {
        model.trouble = AtaModel.Trouble.BAD_BLOCK;
        for (int i = 0; i < 4; i++) {
            assertTrue(assertThrows(DeviceException.class, () -> read(3, 32)).getMessage().contains("error 0x40"));
        }
        model.trouble = AtaModel.Trouble.NONE;
        assertEquals(READ_DMA, read(3, 32));
    }

    @Test
    void lostInterruptsOnlyCostTime() throws DeviceException {
        model.trouble = AtaModel.Trouble.LOSES_INTERRUPTS;
        assertEquals(READ_DMA, read(3, 32));
    }

    @Test
    void whoDiesWhileTheBusMasterRunsLeavesItStopped() throws DeviceException {
        read(3, 32);
        int resets = model.resets();
        boolean[] started = new boolean[2];
        kit.after(AtaModel.BUSY_NANOS / 2, () -> {
            started[0] = model.masterIsStarted();
            kit.kill("ata0");
            started[1] = model.masterIsStarted();
        });
        assertEquals(READ_MULTIPLE, read(5, 32));
        assertTrue(started[0], "it died in the middle of a transfer");
        assertFalse(started[1], "the nucleus stops what it had started");
        assertEquals(resets + 1, model.resets());
        assertEquals(READ_DMA, read(40, 32));
    }

    @Test
    void aSuccessorBeginsWithoutTheBusMasterAndThenUsesIt() throws DeviceException {
        read(3, 32);
        kit.kill("ata0");
        assertEquals(READ_MULTIPLE, read(5, 32));
        assertEquals(READ_DMA, read(5, 32));
    }
}
