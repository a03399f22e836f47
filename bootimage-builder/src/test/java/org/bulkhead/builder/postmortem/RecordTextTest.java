package org.bulkhead.builder.postmortem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.servers.postmortem.DeathView;
import org.bulkhead.servers.postmortem.RecordLines;
import org.junit.jupiter.api.Test;

class RecordTextTest {
    private static final int LINE = 32;
    private static final int NAME_LINE = (DeathRecord.RECORD + IsolateRecord.NAME) / LINE;

    /** Returns a record of a wild access by ata0 in its third life. */
    static byte[] record() {
        ByteBuffer record = ByteBuffer.allocate(DeathRecord.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        record.put(DeathRecord.RECORD + IsolateRecord.NAME, "ata0".getBytes(StandardCharsets.US_ASCII));
        record.putInt(DeathRecord.RECORD + IsolateRecord.INCARNATION, 2).putInt(DeathRecord.REASON, DeathReason.WILD_ACCESS.ordinal()).putLong(DeathRecord.DETAIL, 0x666);
        record.putLong(DeathRecord.FAULT_TICKS, 5).putInt(DeathRecord.OPERATION, -1).putInt(DeathRecord.STACK_COUNT, 2);
        return record.array();
    }

    private static List<String> lines(long number, byte[] record) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < RecordLines.COUNT; i++) {
            lines.add(RecordLines.line(number, record, i));
        }
        return lines;
    }

    @Test
    void recordsAreFoundBetweenOtherLinesAndColours() {
        List<String> lines = new ArrayList<>(List.of("nucleus: image 0x8000beef, dumps saved by the restarts before: 0"));
        for (String line : lines(3, record())) {
            lines.add("\u001b[1m" + line + "\u001b[0m\r");
            lines.add("ata0: disk0: something is logged meanwhile");
        }
        Remains remains = RecordText.read("log", String.join("\n", lines));
        assertEquals(OptionalInt.of(0x8000beef), remains.image());
        assertEquals(1, remains.deaths().size());
        assertEquals(3, remains.deaths().get(0).number());
        DeathView view = remains.deaths().get(0).view();
        assertEquals("ata0[2]", view.title());
        assertEquals(DeathReason.WILD_ACCESS, view.reason());
        assertEquals(0x666, view.detail());
        assertArrayEquals(record(), view.bytes());
    }

    @Test
    void ofADeathPrintedTwiceTheLastCounts() {
        byte[] later = record();
        later[DeathRecord.RECORD + IsolateRecord.INCARNATION] = 7;
        String text = String.join("\n", lines(0, record())) + "\n" + String.join("\n", lines(0, later));
        Remains remains = RecordText.read("log", text);
        assertEquals(7, remains.deaths().get(0).view().incarnation());
    }

    @Test
    void whatIsMissingOrChangedIsNamed() {
        assertProblem("holds no death record", "nothing here\n");
        List<String> lines = lines(4, record());
        lines.remove(9);
        assertProblem("record 4 is damaged: it lacks 1 of 32 lines", String.join("\n", lines));
        lines = lines(4, record());
        lines.remove(lines.size() - 1);
        assertProblem("record 4 is damaged: it has no last line", String.join("\n", lines));
        lines = lines(4, record());
        lines.set(NAME_LINE, lines.get(NAME_LINE).replace("61746130", "61746131"));
        assertProblem("record 4 is damaged: it has checksum", String.join("\n", lines));
        byte[] wrong = record();
        wrong[DeathRecord.REASON] = 99;
        assertProblem("record 4 is no death record: its reason is 99", String.join("\n", lines(4, wrong)));
    }

    private static void assertProblem(String expected, String text) {
        String message = assertThrows(UserProblem.class, () -> RecordText.read("log", text)).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Property(tries = 500)
    void anyBytesAreARecordOrRefusedAndItsWordsAreAlwaysThere(@ForAll Random random) {
        byte[] bytes = random.nextBoolean() ? record() : new byte[DeathRecord.SIZE];
        if (random.nextBoolean()) {
            random.nextBytes(bytes);
        }
        for (int i = random.nextInt(20); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        DeathView view;
        try {
            view = new DeathView(bytes);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("it") || e.getMessage().startsWith("a trace record"), e.getMessage());
            return;
        }
        String words = view.title() + view.cause() + view.text() + view.memory() + view.processor();
        for (int i = 0; i < view.traceCount(); i++) {
            words += view.trace(i);
        }
        assertTrue(words.chars().allMatch(each -> each >= ' ' && each <= '~'), words);
    }

    @Property(tries = 300)
    void anyDamageToTheTextEndsInAProblemOrHarmsNothing(@ForAll Random random) {
        StringBuilder text = new StringBuilder(String.join("\n", lines(1, record())));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, (char) (' ' + random.nextInt(95)));
            }
        }
        try {
            Remains remains = RecordText.read("log", text.toString());
            // What a checksum has passed is what was written, unless the damage was to the number.
            assertArrayEquals(record(), remains.deaths().get(0).view().bytes());
        } catch (UserProblem e) {
            assertTrue(e.getMessage().startsWith("log"), e.getMessage());
        }
    }
}
