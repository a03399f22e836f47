package org.bulkhead.builder.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.abi.TraceRecord;
import org.bulkhead.servers.postmortem.RecordLines;
import org.junit.jupiter.api.Test;

class NucleusDumpTest {
    private static final int IMAGE = 0x8123_4567;

    /** Returns a dump with two deaths, the later one in the earlier place as after a lap of the ring, and one event. */
    private static ByteBuffer dump(String log, long logEnd) {
        ByteBuffer dump = ByteBuffer.allocate(DumpLayout.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        dump.putInt(0, DumpLayout.MAGIC).putInt(DumpLayout.IMAGE, IMAGE).putInt(DumpLayout.IMAGE + 4, 3).putLong(DumpLayout.LOG_END, logEnd);
        int logSize = DumpLayout.DEATHS - DumpLayout.LOG;
        for (int i = 0; i < log.length(); i++) {
            dump.put(DumpLayout.LOG + (int) ((logEnd - log.length() + i) % logSize), (byte) log.charAt(i));
        }
        byte[] record = RecordTextTest.record();
        dump.put(DumpLayout.DEATHS + 4 * DeathRecord.SIZE, record);
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(DeathRecord.RECORD + IsolateRecord.INCARNATION, 9).putLong(DeathRecord.FAULT_TICKS, 50);
        dump.put(DumpLayout.DEATHS, record);
        dump.putLong(DumpLayout.TRACE + TraceRecord.TICKS, 7).putShort(DumpLayout.TRACE + TraceRecord.EVENT, (short) TraceEvent.QUEUED.ordinal());
        return seal(dump);
    }

    private static ByteBuffer seal(ByteBuffer dump) {
        ByteBuffer summed = dump.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(DumpLayout.LOG_END);
        return dump.putLong(DumpLayout.CHECKSUM, RecordLines.sum(IMAGE, summed));
    }

    @Test
    void logDeathsAndTraceAreInOrder() {
        Remains remains = NucleusDump.read("disk", dump("first\nnucleus: the machine restarts: why\n", 65_540).array());
        assertEquals(OptionalInt.of(IMAGE), remains.image());
        assertEquals(2, remains.deaths().get(0).view().incarnation());
        assertEquals(9, remains.deaths().get(1).view().incarnation());
        assertEquals(3, remains.dump().number());
        assertEquals("nucleus: the machine restarts: why", remains.dump().reason());
        assertTrue(remains.dump().log().endsWith("first\nnucleus: the machine restarts: why\n"));
        assertEquals(1, remains.dump().trace().size());
        assertTrue(remains.dump().trace().get(0).contains("isolate 0 asked for operation 0"), remains.dump().trace().get(0));
    }

    @Test
    void noDumpAndDamageAreToldApart() {
        assertProblem("holds no dump", new byte[DumpLayout.SIZE]);
        assertProblem("holds no dump", new byte[5]);
        byte[] damaged = dump("x\n", 2).array();
        damaged[DumpLayout.TRACE + 100] ^= 1;
        assertProblem("is damaged: its checksum is", damaged);
        ByteBuffer wrong = dump("x\n", 2);
        wrong.putInt(DumpLayout.DEATHS + DeathRecord.REASON, 1000);
        assertProblem("that is none: its reason is 1000", seal(wrong).array());
    }

    private static void assertProblem(String expected, byte[] bytes) {
        String message = assertThrows(UserProblem.class, () -> NucleusDump.read("disk", bytes)).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Property(tries = 100)
    void whateverASealedDumpHoldsItIsReadOrRefused(@ForAll Random random) {
        ByteBuffer dump = dump("log\n", 4);
        for (int i = random.nextInt(2000); i > 0; i--) {
            dump.put(DumpLayout.LOG_END + random.nextInt(DumpLayout.SIZE - DumpLayout.LOG_END), (byte) random.nextInt());
        }
        try {
            NucleusDump.read("disk", seal(dump).array());
        } catch (UserProblem e) {
            assertTrue(e.getMessage().contains("disk"), e.getMessage());
        }
    }

    @Test
    void everyChangedByteIsSeen() {
        byte[] bytes = dump("log\n", 4).array();
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int at = DumpLayout.LOG_END + random.nextInt(DumpLayout.SIZE - DumpLayout.LOG_END);
            bytes[at] ^= 0x10;
            assertProblem("damaged", bytes);
            bytes[at] ^= 0x10;
        }
        assertEquals("log\n", new String(bytes, DumpLayout.LOG, 4, StandardCharsets.US_ASCII));
    }
}
