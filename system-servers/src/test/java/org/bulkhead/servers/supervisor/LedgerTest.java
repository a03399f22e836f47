package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.protocol.ComponentInfo.State;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supervisor finds of what the one before wrote, also if that was ended in the middle of writing. */
class LedgerTest {
    private static final long LEDGER = AddressSpaceLayout.WINDOWS_START;
    private static final int COPY = 64;
    private static final int HEADER = 16;
    private static final long SEED = 4711;
    private static final int ROUNDS = 2000;

    private RawBuffer memory;

    @BeforeEach
    void start() {
        // Time stands still, and nothing else is asked of the nucleus.
        Simulation.start(LedgerTest::answer).map(LEDGER, Ledger.SIZE);
        memory = RawBuffer.kept(Supervising.LEDGER);
    }

    private static long answer(int number, long a, long b, long c, long d, long e) {
        switch (number) {
            case SystemCall.CLOCK:
                return 5;
            case SystemCall.HANDLE_INFO:
                Address record = Address.fromLong(b);
                record.storeLong(HandleKind.KEPT_MEMORY.ordinal(), HandleRecord.KIND.ordinal() * Long.BYTES);
                record.storeLong(LEDGER, HandleRecord.A.ordinal() * Long.BYTES);
                record.storeLong(Ledger.SIZE, HandleRecord.B.ordinal() * Long.BYTES);
                return 0;
            default:
                return ErrorCode.NO_SUCH_CALL.result;
        }
    }

    private void write(TwinRecord record, long value) {
        int at = record.begin();
        memory.putLong(at, value);
        memory.putLong(at + Long.BYTES, -value);
        record.commit(at + 2 * Long.BYTES);
    }

    @Test
    void aWriterThatEndsAnywhereLeavesTheCopyBefore() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            TwinRecord record = new TwinRecord(memory, 0, COPY);
            long last = memory.longAt(0) == 0 && memory.longAt(COPY) == 0 ? 0 : memory.longAt(record.find());
            if (last != 0) {
                assertEquals(-last, memory.longAt(record.find() + Long.BYTES), "round " + round);
            }
            byte[] before = new byte[2 * COPY];
            memory.get(0, before, 0, before.length);
            write(record, round + 1);
            byte[] after = new byte[2 * COPY];
            memory.get(0, after, 0, after.length);
            if (round > 0 && random.nextBoolean()) {
                // Of the bytes that were changed some have come to memory, in any order, but not the checksum's last.
                int copy = record.find() - HEADER;
                for (int i = 0; i < COPY; i++) {
                    boolean kept = i >= Long.BYTES && random.nextBoolean();
                    memory.putByte(copy + i, kept ? after[copy + i] : before[copy + i]);
                }
                TwinRecord reader = new TwinRecord(memory, 0, COPY);
                long found = memory.longAt(reader.find());
                assertTrue(found == round || found == round + 1, "round " + round + ": " + found);
                write(reader, round + 1);
            }
        }
    }

    @Test
    void eachDamagedBitIsSeen() {
        TwinRecord record = new TwinRecord(memory, 0, COPY);
        write(record, 7);
        int content = record.find();
        int start = content - HEADER;
        for (int bit = 0; bit < (HEADER + 2 * Long.BYTES) * Byte.SIZE; bit++) {
            int at = start + bit / Byte.SIZE;
            memory.putByte(at, memory.byteAt(at) ^ 1 << bit % Byte.SIZE);
            assertEquals(TwinRecord.NONE, record.find(), "bit " + bit);
            assertFalse(record.isBlank());
            memory.putByte(at, memory.byteAt(at) ^ 1 << bit % Byte.SIZE);
        }
        assertEquals(content, record.find());
    }

    private static Roster roster() {
        return new Roster(new Manifest[] {new Manifest.Builder(0, "supervisor", "S").rank(Rank.SUPERVISOR).serves("Supervision").restarts(null, 3, 10).build(),
            new Manifest.Builder(1, "disk", "D").rank(Rank.DEVICE).serves("BlockDevice").restarts(null, 3, 10).build(),
            new Manifest.Builder(2, "disk-b", "E").rank(Rank.DEVICE).serves("BlockDevice").versionOf("disk").restarts(null, 2, 100).build()});
    }

    @Test
    void everythingComesBackAsItWas() {
        Roster roster = roster();
        Ledger ledger = new Ledger(roster, memory);
        assertEquals(Ledger.Condition.BLANK, ledger.examine());
        ledger.begin();
        PciFunction function = new PciFunction(0x10, 0x10EC, 0x8029, 0x020000, 11, new int[] {1, 2, 3, 4, 5, 6}, new int[] {6, 5, 4, 3, 2, 1});
        ledger.write(0, function);
        Component disk = roster.named("disk");
        disk.choose(1, 0);
        disk.forgetFailures();
        for (int i = 0; i < 120; i++) {
            disk.plan.afterFailure(i, i);
        }
        disk.state = State.AWAITING_DECISION;
        disk.request = Component.Request.GROUP;
        disk.rung = Component.Rung.VERSION;
        disk.function = function;
        disk.queue = 77;
        disk.incarnation = 9;
        disk.lastReason = DeathReason.COMPLAINT;
        disk.bringsGroup = true;
        disk.leader = 1;
        disk.argument = -5;
        disk.startedAt = 100;
        disk.restartAt = 200;
        disk.openCase = new RecoveryCases.Case(3, DeathReason.EXIT, 8, 300);
        ledger.write(disk);
        ledger.writeDeaths(70, 5);
        ledger.writeLogOffset(1234);
        ledger.writeDevicesComplete();
        History history = new History(ledger);
        history.complaint(disk, "answers with the wrong blocks, and says that they are right");

        Roster another = roster();
        Ledger read = new Ledger(another, memory);
        assertEquals(Ledger.Condition.WHOLE, read.examine());
        PciDevices devices = new PciDevices(another, read);
        History told = new History(read);
        read.read(devices, told);
        Component found = another.named("disk");
        assertEquals(disk.state, found.state);
        assertEquals(disk.request, found.request);
        assertEquals(disk.rung, found.rung);
        assertEquals(function.numbers() + function.place(), found.function.numbers() + found.function.place());
        assertEquals(3, devices.at(0x10).bars()[2]);
        assertEquals("disk-b", found.manifest().name());
        assertEquals(0, found.previous());
        assertEquals(disk.queue + " " + disk.incarnation + " " + disk.leader + " " + disk.argument + " " + disk.startedAt + " " + disk.restartAt,
            found.queue + " " + found.incarnation + " " + found.leader + " " + found.argument + " " + found.startedAt + " " + found.restartAt);
        assertEquals(DeathReason.COMPLAINT, found.lastReason);
        assertTrue(found.bringsGroup);
        assertEquals(disk.openCase, found.openCase);
        assertEquals(disk.plan.sustained(150), found.plan.sustained(150));
        assertEquals(disk.plan.afterFailure(150, 150), found.plan.afterFailure(150, 150));
        assertEquals(70, read.nextDeath());
        assertEquals(5, read.unannounced());
        assertEquals(1234, read.logOffset());
        assertTrue(read.devicesComplete());
        assertEquals("answers with the wrong blocks, and says that", told.event(0).text());
        assertEquals(SupervisionEvent.Kind.COMPLAINT, told.event(0).kind());
        assertTrue(read.isNew(another.supervisor()));
    }

    @Test
    void aLedgerWithABrokenRecordIsBroken() {
        Roster roster = roster();
        Ledger ledger = new Ledger(roster, memory);
        ledger.begin();
        ledger.write(roster.named("disk"));
        // The component with number 1; both its copies begin at multiples of 1,024 behind 0x1000.
        memory.putByte(0x1000 + 3 * 1024 + HEADER, memory.byteAt(0x1000 + 3 * 1024 + HEADER) ^ 1);
        assertEquals(Ledger.Condition.BROKEN, new Ledger(roster(), memory).examine());
        ledger.clear();
        assertEquals(Ledger.Condition.BLANK, new Ledger(roster(), memory).examine());
    }
}
