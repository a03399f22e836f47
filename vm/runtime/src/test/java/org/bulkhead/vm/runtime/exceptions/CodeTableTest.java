package org.bulkhead.vm.runtime.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.SimulatedHubs;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.bulkhead.vm.runtime.layout.PackedNumbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeTableTest {
    private static final int TABLE = 0x70_0000;
    private static final int POOL = 0x71_0000;
    private static final int CODE = 0x20_0000;
    private static final Address NONE = Address.zero();

    private int entries;
    private Address pool;
    private SimulatedHubs hubs;

    @BeforeEach
    void memory() {
        new SimulatedMemory().use().map(TABLE, 0x2_0000);
        hubs = new SimulatedHubs();
        pool = Address.fromInt(POOL);
        ImageInfo.codeTable = TABLE;
    }

    @AfterEach
    void reset() {
        ImageInfo.codeTable = 0;
        ImageInfo.codeTableLength = 0;
    }

    private Address ints(int... values) {
        Address start = pool;
        for (int value : values) {
            pool.storeInt(value);
            pool = pool.plus(Integer.BYTES);
        }
        return start;
    }

    private void bytes(byte[] bytes) {
        for (byte each : bytes) {
            pool.storeByte(each);
            pool = pool.plus(1);
        }
    }

    private Address packed(ByteArrayOutputStream list) {
        Address start = pool;
        bytes(list.toByteArray());
        return start;
    }

    /** A list of pairs as lines are written. */
    private Address lines(int... pairs) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        PackedNumbers.append(list, pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            PackedNumbers.append(list, pairs[i] - (i == 0 ? 0 : pairs[i - 2]));
            PackedNumbers.appendSigned(list, pairs[i + 1] - (i == 0 ? 0 : pairs[i - 1]));
        }
        return packed(list);
    }

    private Address texts(String... texts) {
        Address start = pool;
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            pool.storeShort((short) bytes.length);
            pool = pool.plus(Short.BYTES);
            bytes(bytes);
        }
        return start;
    }

    private Address method(int start, int end, Address safepoints, Address handlers, Address lines, String type, String name, String file) {
        Address entry = Address.fromInt(TABLE + entries++ * CodeTableLayout.ENTRY_SIZE);
        entry.storeInt(start, CodeTableLayout.CODE_START);
        entry.storeInt(end, CodeTableLayout.CODE_END);
        entry.storeInt(64, CodeTableLayout.FRAME_SIZE);
        entry.storeReference(safepoints, CodeTableLayout.SAFEPOINTS);
        entry.storeReference(handlers, CodeTableLayout.HANDLERS);
        entry.storeReference(lines, CodeTableLayout.LINES);
        entry.storeReference(texts(name), CodeTableLayout.NAME);
        Address owner = ints(0);
        texts(type, file);
        entry.storeReference(owner, CodeTableLayout.CLASS);
        ImageInfo.codeTableLength = entries;
        return entry;
    }

    @Test
    void findsTheMethodAroundAnAddressAndNothingInGaps() {
        List<Address> made = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            made.add(method(CODE + i * 100, CODE + i * 100 + 90, NONE, NONE, NONE, "a.B", "c", ""));
        }
        for (int i = 0; i < 37; i++) {
            assertEquals(made.get(i), CodeTable.find(Address.fromInt(CODE + i * 100)));
            assertEquals(made.get(i), CodeTable.find(Address.fromInt(CODE + i * 100 + 89)));
            assertTrue(CodeTable.find(Address.fromInt(CODE + i * 100 + 90)).isZero());
        }
        assertTrue(CodeTable.find(Address.fromInt(CODE - 1)).isZero());
        assertTrue(CodeTable.find(Address.zero()).isZero());
    }

    @Test
    void firstHandlerThatCoversThePlaceAndCatchesTheTypeWins() {
        Address failure = hubs.classType(hubs.object());
        Address special = hubs.classType(failure);
        Address entry = method(CODE, CODE + 100, NONE,
            ints(3, 10, 20, 50, special.toInt(), 10, 30, 60, failure.toInt(), 25, 40, 70, 0), NONE, "a.B", "c", "");
        assertEquals(CODE + 50, CodeTable.handler(entry, Address.fromInt(CODE + 10), special).toInt());
        assertEquals(CODE + 60, CodeTable.handler(entry, Address.fromInt(CODE + 10), failure).toInt());
        assertEquals(CODE + 60, CodeTable.handler(entry, Address.fromInt(CODE + 20), special).toInt());
        assertEquals(CODE + 70, CodeTable.handler(entry, Address.fromInt(CODE + 26), hubs.object()).toInt());
        assertTrue(CodeTable.handler(entry, Address.fromInt(CODE + 9), special).isZero());
        assertTrue(CodeTable.handler(entry, Address.fromInt(CODE + 40), special).isZero());
    }

    @Test
    void slotMapsBelongToOneExactAddress() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        int[][] safepoints = {{5, 0b1}, {17, 0b101_0000001}, {700, 0}};
        PackedNumbers.append(list, safepoints.length);
        int last = 0;
        for (int[] each : safepoints) {
            PackedNumbers.append(list, each[0] - last);
            PackedNumbers.append(list, each[1]);
            last = each[0];
        }
        Address entry = method(CODE, CODE + 1000, packed(list), NONE, NONE, "a.B", "c", "");
        for (int[] each : safepoints) {
            assertEquals(each[1], PackedNumbers.value(CodeTable.slotMap(entry, Address.fromInt(CODE + each[0]))));
        }
        for (int none : new int[] {4, 18, 701}) {
            assertTrue(CodeTable.slotMap(entry, Address.fromInt(CODE + none)).isZero());
        }
    }

    @Test
    void numbersComeBackAsTheyWere() {
        for (int number : new int[] {0, 1, -1, 63, -64, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            PackedNumbers.append(list, number);
            PackedNumbers.appendSigned(list, number);
            Address at = packed(list);
            assertEquals(number, PackedNumbers.value(at));
            assertEquals(number, PackedNumbers.signed(PackedNumbers.value(PackedNumbers.next(at))));
            assertEquals(pool, PackedNumbers.next(PackedNumbers.next(at)));
        }
    }

    @Test
    void tracesNameMethodsAndLinesAndLeaveOutConstructionAndTheVm() {
        Address lines = lines(0, 12, 50, 11);
        int[] starts = new int[5];
        String[][] methods = {{"org.bulkhead.vm.runtime.exceptions.Backtrace", "capture"}, {"java.lang.Throwable", "<init>"}, {"my.Failure", "<init>"},
            {"my.Program", "run"}, {"my.Program", "<init>"}};
        for (int i = 0; i < methods.length; i++) {
            starts[i] = CODE + i * 100;
            method(starts[i], starts[i] + 100, NONE, NONE, lines, methods[i][0], methods[i][1], i == 4 ? "" : "File.java");
        }
        int[] places = {starts[0] + 5, starts[1] + 5, starts[2] + 5, starts[3] + 49, starts[3] + 50, starts[0] + 1, starts[4] + 99};
        List<String> trace = new ArrayList<>();
        StackTraceDecoder.decode(places, new String[] {"my.Failure", "java.lang.Throwable", "java.lang.Object"},
            (place, type, method, file, line) -> trace.add(type + "." + method + "(" + file + ":" + line + ")"));
        assertEquals(List.of("my.Program.run(File.java:12)", "my.Program.run(File.java:11)", "my.Program.<init>(null:11)"), trace);
    }
}
