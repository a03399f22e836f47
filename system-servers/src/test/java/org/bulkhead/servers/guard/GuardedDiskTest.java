package org.bulkhead.servers.guard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.servers.faultydisk.DiskFault;
import org.bulkhead.servers.faultydisk.FaultyDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guard over a driver that lies: the driver is an isolate of its own, reached by real messages and leases. */
class GuardedDiskTest {
    private static final int BLOCK = 512;
    private static final int START = 16;
    private static final int DISK_BLOCKS = 1_000;
    private static final int TRANSFER = 60 * BLOCK;
    /** So that a misdirected write hits other guarded data. */
    private static final long MISSES = 100;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final MemoryDisk memory = new MemoryDisk(DISK_BLOCKS);
    private final List<String> complaints = new ArrayList<>();
    /** What happens to the next requests of the kind that is meant, and how often. */
    private DiskFault fault = DiskFault.NONE;
    private int times;
    /** Requests that concern earlier blocks are left alone. */
    private long from;
    private int reads;
    private ByteBuffer buffer;
    private GuardedDisk.Memory lendable;
    private GuardedDisk guard;

    @BeforeEach
    void start() {
        FaultyDisk.Faults faults = new FaultyDisk.Faults() {
            @Override
            public DiskFault read(long firstBlock, int blocks) {
                reads++;
                return fault == DiskFault.READ_CORRUPTED || fault == DiskFault.ERROR ? next(firstBlock) : DiskFault.NONE;
            }

            @Override
            public DiskFault write(long firstBlock, int blocks) {
                return next(firstBlock);
            }

            @Override
            public long misses() {
                return MISSES;
            }
        };
        kit.start(kit.manifest("ata0").serves("BlockDevice").build(), grants -> () -> new ServiceLoop(new BlockDeviceDispatcher(new FaultyDisk(memory, faults)), bits -> { }).run());
        buffer = RawMemory.allocateBuffer(TRANSFER);
        lendable = GuardedDisk.Memory.allocate();
        guard = guard(GuardedDisk.Writes.VERIFIED);
    }

    private DiskFault next(long firstBlock) {
        return firstBlock >= from && times-- > 0 ? fault : DiskFault.NONE;
    }

    /** A complaint makes the driver honest: the fault was in its memory. */
    private GuardedDisk guard(GuardedDisk.Writes writes) {
        PatientDisk patience = new PatientDisk("ata0", (component, why) -> {
            complaints.add(component + ": " + why);
            kit.kill("ata0");
            times = 0;
        });
        return new GuardedDisk(kit.connect("ata0", BlockDevice.class), new GuardedDisk.Part(0, START), patience, writes, lendable);
    }

    private void fail(DiskFault what, int howOften) {
        // Behind the checksums: the first block of data.
        from = START + 1 + 2 * ((DISK_BLOCKS - START - 2 + 61) / 62);
        fault = what;
        times = howOften;
    }

    private byte[] written(int seed, long block, int blocks) throws DeviceException {
        byte[] bytes = new byte[blocks * BLOCK];
        new Random(seed).nextBytes(bytes);
        guard.write(0, block, buffer.clear().put(0, bytes).limit(bytes.length));
        return bytes;
    }

    private byte[] read(long block, int blocks) throws DeviceException {
        byte[] bytes = new byte[blocks * BLOCK];
        guard.read(0, block, buffer.clear().limit(bytes.length));
        buffer.get(0, bytes);
        return bytes;
    }

    @Test
    void blocksThatWereNeverWrittenAreZeros() throws DeviceException {
        assertArrayEquals(new byte[3 * BLOCK], read(58, 3));
        assertEquals(950, guard.geometry(0).blocks(), "1000 - 16, less 2 superblocks and 2 blocks of checksums for each of 16 groups of 60");
        assertThrows(DeviceException.class, () -> read(949, 2));
        assertThrows(DeviceException.class, () -> guard.geometry(1));
    }

    @Test
    void whatIsWrittenIsReadAlsoByASuccessor() throws DeviceException {
        // More than a piece, over the border of two groups.
        byte[] bytes = written(1, 30, 60);
        assertArrayEquals(bytes, read(30, 60));
        guard = guard(GuardedDisk.Writes.VERIFIED);
        assertArrayEquals(bytes, read(30, 60));
        guard.flush(0);
        guard = guard(GuardedDisk.Writes.VERIFIED);
        assertArrayEquals(Arrays.copyOfRange(bytes, 5 * BLOCK, 7 * BLOCK), read(35, 2));
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPassingFaultIsNotNoticedByTheClient(DiskFault what) throws DeviceException {
        byte[] other = written(1, MISSES, 4);
        written(2, 0, 4);
        fail(what, 1);
        byte[] bytes = written(3, 0, 4);
        assertArrayEquals(bytes, read(0, 4));
        assertEquals(List.of(), complaints);
        if (what == DiskFault.WRITE_MISDIRECTED) {
            // What it hit is lost, and the guard says so.
            assertTrue(assertThrows(DeviceException.class, () -> read(MISSES, 4)).getMessage().contains("wrong checksum"));
            other = written(4, MISSES, 4);
        }
        assertArrayEquals(other, read(MISSES, 4));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "ERROR"})
    void aDriverThatGoesOnLyingIsComplainedAboutAndItsSuccessorDoesTheWork(DiskFault what) throws DeviceException {
        written(2, 0, 4);
        fail(what, Integer.MAX_VALUE);
        byte[] bytes = written(3, 0, 4);
        assertArrayEquals(bytes, read(0, 4));
        assertEquals(1, complaints.size(), complaints::toString);
        assertTrue(complaints.get(0).startsWith("ata0: "), complaints::toString);
    }

    @Test
    void errorsOfTheDeviceArePassedOnAfterThreeTriesWithoutAComplaint() throws DeviceException {
        written(2, 0, 4);
        fail(DiskFault.ERROR, PatientDisk.TRIES);
        assertTrue(assertThrows(DeviceException.class, () -> read(0, 4)).getMessage().contains("a fault on purpose"));
        assertEquals(0, times);
        read(0, 4);
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_CORRUPTED", "WRITE_TORN", "WRITE_LOST", "WRITE_MISDIRECTED"})
    void withoutVerificationABadWriteIsFoundByTheReader(DiskFault what) throws DeviceException {
        guard = guard(GuardedDisk.Writes.TRUSTED);
        written(2, 0, 4);
        written(3, 0, 4);
        fail(what, 1);
        written(4, 0, 4);
        String message = assertThrows(DeviceException.class, () -> read(0, 4)).getMessage();
        assertTrue(message.startsWith("read of 4 guarded blocks from 0 on: block "), message);
        assertEquals(1, complaints.size(), complaints::toString);
        // The second time nobody is complained about, and nobody waits.
        int before = reads;
        assertThrows(DeviceException.class, () -> read(0, 4));
        assertEquals(PatientDisk.TRIES, reads - before);
        assertEquals(1, complaints.size(), complaints::toString);
        byte[] bytes = written(5, 0, 4);
        assertArrayEquals(bytes, read(0, 4));
    }

    @Test
    void aWriteThatWasCutOffWithTheGuardIsOldOrNewInEachBlock() throws DeviceException {
        byte[] old = written(1, 0, 4);
        guard.flush(0);
        int data = (int) (START + 1 + 32);
        byte[] saved = Arrays.copyOfRange(memory.contents, data * BLOCK, (data + 4) * BLOCK);
        assertArrayEquals(old, saved);
        byte[] next = written(2, 0, 4);
        // As if the last two blocks had not arrived when guard and driver died.
        System.arraycopy(saved, 2 * BLOCK, memory.contents, (data + 2) * BLOCK, 2 * BLOCK);
        guard = guard(GuardedDisk.Writes.VERIFIED);
        byte[] mixed = Arrays.copyOf(next, next.length);
        System.arraycopy(old, 2 * BLOCK, mixed, 2 * BLOCK, 2 * BLOCK);
        assertArrayEquals(mixed, read(0, 4));
        // And as if the first had been torn.
        System.arraycopy(saved, 0, memory.contents, data * BLOCK, BLOCK / 2);
        guard = guard(GuardedDisk.Writes.VERIFIED);
        assertThrows(DeviceException.class, () -> read(0, 4));
        assertArrayEquals(Arrays.copyOfRange(mixed, BLOCK, 4 * BLOCK), read(1, 3));
    }

    @Test
    void oneOfTwoCopiesOfChecksumsAndSuperblocksIsEnough() throws DeviceException {
        byte[] bytes = written(1, 0, 4);
        guard.flush(0);
        // The older copy of group 0, and the first superblock.
        Arrays.fill(memory.contents, START * BLOCK, (START + 1) * BLOCK, (byte) 7);
        for (int copy = 0; copy < 2; copy++) {
            byte[] kept = memory.contents.clone();
            Arrays.fill(memory.contents, (START + 1 + copy) * BLOCK, (START + 2 + copy) * BLOCK, (byte) 0);
            guard = guard(GuardedDisk.Writes.VERIFIED);
            assertArrayEquals(bytes, read(0, 4));
            System.arraycopy(kept, 0, memory.contents, 0, kept.length);
        }
        // Without both, the blocks are lost until they are written anew; others are not.
        byte[] others = written(2, 60, 2);
        Arrays.fill(memory.contents, (START + 1) * BLOCK, (START + 3) * BLOCK, (byte) 0);
        guard = guard(GuardedDisk.Writes.VERIFIED);
        assertTrue(assertThrows(DeviceException.class, () -> read(0, 4)).getMessage().contains("lost until it is written anew"));
        assertArrayEquals(others, read(60, 2));
        assertArrayEquals(written(3, 0, 4), read(0, 4));
        assertEquals(List.of(), complaints);
    }

    @Test
    void aDiskThatIsNeitherGuardedNorBlankIsLeftAlone() {
        new Random(9).nextBytes(memory.contents);
        byte[] before = memory.contents.clone();
        assertTrue(assertThrows(DeviceException.class, () -> read(0, 1)).getMessage().contains("neither a guard's nor blank"));
        assertArrayEquals(before, memory.contents);
    }

    @Test
    void aSilentDriverIsComplainedAboutAtOnce() throws DeviceException {
        written(1, 0, 1);
        List<String> silence = new ArrayList<>();
        PatientDisk patience = new PatientDisk("ata0", (component, why) -> silence.add(why));
        kit.staysDead("ata0");
        kit.kill("ata0");
        GuardedDisk impatient = new GuardedDisk(Services.client(BlockDevice.class, kit.queue("ata0").within(PATIENCE_NANOS)), new GuardedDisk.Part(0, START), patience,
            GuardedDisk.Writes.VERIFIED, lendable);
        long begin = kit.now();
        assertTrue(assertThrows(DeviceException.class, () -> impatient.geometry(0)).getMessage().contains("DEADLINE"));
        assertEquals(1, silence.size());
        assertEquals(2, (kit.now() - begin) / PATIENCE_NANOS, "deadlines");
    }
}
