package org.bulkhead.drivers.ata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.call.RefusedException;
import org.bulkhead.isolate.message.LeaseAccess;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.SimulatedLine;
import org.bulkhead.servers.datastore.Datastore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole driver, from its client's method call to the registers of a model of the channel. */
class AtaDriverTest {
    private static final int SECTOR = 512;
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final byte[] master = new byte[200 * SECTOR];
    private final byte[] slave = new byte[300 * SECTOR];
    private AtaModel model;
    private BlockDevice client;

    @BeforeEach
    void start() {
        new Random(1).nextBytes(master);
        new Random(2).nextBytes(slave);
        boot(master, slave);
    }

    private void boot(byte[] first, byte[] second) {
        boot(first, second, 0);
    }

    private void boot(byte[] first, byte[] second, long origin) {
        model = new AtaModel(kit, first, second);
        model.setOrigin(0, origin);
        model.setOrigin(1, origin);
        kit.start(Datastore.class);
        kit.start(AtaDriver.class, model);
        kit.run();
        client = kit.connect("ata0", BlockDevice.class);
    }

    private static byte[] content(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(0, bytes);
        return bytes;
    }

    @Test
    void geometryIsWhatTheDisksSay() throws DeviceException {
        assertEquals(new Geometry(200, SECTOR, "TEST DISK 0"), client.geometry(0));
        assertEquals(new Geometry(300, SECTOR, "TEST DISK 1"), client.geometry(1));
        assertTrue(kit.log().contains("ata0: disk1: TEST DISK 1, 300 blocks of 512 bytes"), kit.log().toString());
    }

    @Test
    void anEmptyPlaceHasNoDisk() throws DeviceException {
        kit.boot();
        boot(master, null);
        assertEquals(200, client.geometry(0).blocks());
        assertEquals("no disk at unit 1", assertThrows(DeviceException.class, () -> client.geometry(1)).getMessage());
        assertThrows(DeviceException.class, () -> client.geometry(-1));
        assertThrows(DeviceException.class, () -> client.geometry(2));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 3, 16", "0, 199, 1", "0, 50, 17", "0, 72, 128", "1, 0, 1", "1, 100, 5"})
    void readsWhatIsThere(int unit, int first, int count) throws DeviceException {
        ByteBuffer buffer = RawMemory.allocateBuffer(count <= 64 ? count * SECTOR : 40 * SECTOR);
        client.read(unit, first, buffer);
        byte[] disk = unit == 0 ? master : slave;
        assertArrayEquals(Arrays.copyOfRange(disk, first * SECTOR, first * SECTOR + buffer.remaining()), content(buffer));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 17, 33", "1, 299, 1", "1, 7, 4"})
    void writesArriveAndNothingElseChanges(int unit, int first, int count) throws DeviceException {
        byte[] disk = unit == 0 ? master : slave;
        byte[] expected = disk.clone();
        byte[] written = new byte[count * SECTOR];
        new Random(3).nextBytes(written);
        System.arraycopy(written, 0, expected, first * SECTOR, written.length);
        ByteBuffer buffer = RawMemory.allocateBuffer(written.length);
        buffer.put(0, written);
        client.write(unit, first, buffer);
        client.flush(unit);
        assertArrayEquals(expected, disk);
    }

    /** The content of the disks begins 100 sectors before the end of what 28 bits can address; {@code first} counts from there. */
    @ParameterizedTest
    @CsvSource({"0, 0, 100, 0xC4, 0xC5", "0, 99, 1, 0xC4, 0xC5", "0, 99, 2, 0x29, 0x39", "0, 100, 1, 0x29, 0x39", "1, 50, 50, 0x20, 0x30", "1, 50, 60, 0x24, 0x34"})
    void largeDisksAreReadAndWrittenBeyondTheLimitOf28Bits(int unit, int first, int count, String read, String write) throws DeviceException {
        kit.boot();
        long origin = (1L << 28) - 100;
        boot(master, slave, origin);
        byte[] disk = unit == 0 ? master : slave;
        assertEquals(origin + disk.length / SECTOR, client.geometry(unit).blocks());
        ByteBuffer buffer = RawMemory.allocateBuffer(count * SECTOR);
        client.read(unit, origin + first, buffer);
        assertEquals(Integer.decode(read), model.lastCommand());
        assertArrayEquals(Arrays.copyOfRange(disk, first * SECTOR, (first + count) * SECTOR), content(buffer));
        byte[] expected = disk.clone();
        Arrays.fill(expected, first * SECTOR, (first + count) * SECTOR, (byte) 0x5A);
        for (int i = 0; i < count * SECTOR; i++) {
            buffer.put(i, (byte) 0x5A);
        }
        client.write(unit, origin + first, buffer);
        assertEquals(Integer.decode(write), model.lastCommand());
        client.flush(unit);
        assertEquals(0xEA, model.lastCommand());
        assertArrayEquals(expected, disk);
    }

    @ParameterizedTest
    @CsvSource({"0, 200, 512", "0, 199, 1024", "0, -1, 512", "0, 0, 100", "0, 0, 0", "2, 0, 512", "0, 9223372036854775807, 512"})
    void impossibleRangesAreErrors(int unit, long first, int bytes) {
        ByteBuffer buffer = RawMemory.allocateBuffer(bytes);
        assertThrows(DeviceException.class, () -> client.read(unit, first, buffer));
        assertThrows(DeviceException.class, () -> client.write(unit, first, buffer));
    }

    @Test
    void lostInterruptsOnlyCostTime() throws DeviceException {
        model.trouble = AtaModel.Trouble.LOSES_INTERRUPTS;
        ByteBuffer buffer = RawMemory.allocateBuffer(SECTOR);
        client.read(0, 5, buffer);
        assertArrayEquals(Arrays.copyOfRange(master, 5 * SECTOR, 6 * SECTOR), content(buffer));
    }

    @Test
    void anInterruptBetweenCommandsDoesNotLeaveTheLineMasked() {
        SimulatedLine line = kit.line(14);
        for (int i = 0; i < 2; i++) {
            line.pulse();
            kit.settle();
            assertFalse(line.isMasked());
        }
    }

    @Test
    void badBlocksAreReportedAndTheNextRequestWorks() throws DeviceException {
        ByteBuffer buffer = RawMemory.allocateBuffer(SECTOR);
        model.trouble = AtaModel.Trouble.BAD_BLOCK;
        assertTrue(assertThrows(DeviceException.class, () -> client.read(0, 5, buffer)).getMessage().contains("error 0x40"));
        model.trouble = AtaModel.Trouble.NONE;
        client.read(0, 5, buffer);
        assertArrayEquals(Arrays.copyOfRange(master, 5 * SECTOR, 6 * SECTOR), content(buffer));
    }

    @Test
    void aDiskThatHangsIsResetAndAnswersAgain() throws DeviceException {
        ByteBuffer buffer = RawMemory.allocateBuffer(20 * SECTOR);
        model.trouble = AtaModel.Trouble.NEVER_READY;
        int before = model.resets();
        String message = assertThrows(DeviceException.class, () -> client.read(0, 5, buffer)).getMessage();
        assertTrue(message.contains("does not answer"), message);
        assertEquals(before + 1, model.resets());
        client.read(0, 5, buffer);
        assertArrayEquals(Arrays.copyOfRange(master, 5 * SECTOR, 25 * SECTOR), content(buffer));
    }

    @Test
    void malformedRequestsAreRefused() {
        MessageQueue queue = kit.queue("ata0");
        Message message = new Message();
        // To read: unit, block, length, and a lease.
        assertThrows(RefusedException.class, () -> queue.call(message.begin(BlockDeviceDispatcher.READ).putInt(0), Nucleus.FOREVER));
        assertThrows(RefusedException.class, () -> queue.call(message.begin(BlockDeviceDispatcher.READ).putInt(0).putLong(0).putInt(SECTOR), Nucleus.FOREVER));
        assertThrows(RefusedException.class, () -> queue.call(message.begin(BlockDeviceDispatcher.READ).putInt(0).putLong(0).putInt(-5), Nucleus.FOREVER));
        assertThrows(RefusedException.class, () -> queue.call(message.begin(BlockDeviceDispatcher.GEOMETRY).putInt(0).putInt(0), Nucleus.FOREVER));
        assertThrows(RefusedException.class, () -> queue.call(message.begin(99), Nucleus.FOREVER));
    }

    @Test
    void aCallerWhoGivesUpInTheMiddleOfATransferHarmsNobody() throws DeviceException {
        model.trouble = AtaModel.Trouble.LOSES_INTERRUPTS;
        int before = model.resets();
        ByteBuffer pages = RawMemory.allocateBuffer(64 * SECTOR);
        MessageQueue queue = kit.queue("ata0");
        Message message = new Message().begin(BlockDeviceDispatcher.READ).putInt(0).putLong(0);
        message.lend(LeaseAccess.WRITE, pages, pages.capacity(), "pages");
        // Each of the four groups takes a quarter of a second without its interrupt.
        assertThrows(DeadlineException.class, () -> queue.call(message, 600_000_000L));
        model.trouble = AtaModel.Trouble.NONE;
        ByteBuffer buffer = RawMemory.allocateBuffer(20 * SECTOR);
        client.read(0, 5, buffer);
        assertArrayEquals(Arrays.copyOfRange(master, 5 * SECTOR, 25 * SECTOR), content(buffer));
        assertEquals(before + 1, model.resets(), "the channel was left in the middle of the transfer");
        assertEquals(0, kit.incarnation("ata0"));
    }

    @Test
    void aLeaseShorterThanItsRequestSaysIsRefused() {
        RawBuffer buffer = RawBuffer.allocate(SECTOR);
        MessageQueue queue = kit.queue("ata0");
        Message message = new Message().begin(BlockDeviceDispatcher.READ).putInt(0).putLong(0).putInt(2 * SECTOR).lendWritable(buffer, 0, SECTOR);
        assertThrows(RefusedException.class, () -> queue.call(message, Nucleus.FOREVER));
    }

    @Test
    void aLeaseOfTheWrongKindIsRefused() {
        RawBuffer buffer = RawBuffer.allocate(SECTOR);
        MessageQueue queue = kit.queue("ata0");
        Message message = new Message().begin(BlockDeviceDispatcher.READ).putInt(0).putLong(0).putInt(SECTOR).lendReadable(buffer, 0, SECTOR);
        assertThrows(RefusedException.class, () -> queue.call(message, Nucleus.FOREVER));
    }
}
