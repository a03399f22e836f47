package org.bulkhead.vm.runtime.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.SimulatedHubs;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeTableTest {
    private static final int TABLE = 0x70_0000;
    private static final int POOL = 0x71_0000;
    private static final int CODE = 0x20_0000;

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

    /** Returns what a method is called: its name, and the record of its class. */
    private Address[] names(String type, String method, String file) {
        Address declaring = ints(0);
        text(type);
        text(file);
        return new Address[] {text(method), declaring};
    }

    private Address text(String text) {
        Address start = pool;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        pool.storeShort((short) bytes.length);
        pool = pool.plus(Short.BYTES);
        for (byte each : bytes) {
            pool.storeByte(each);
            pool = pool.plus(1);
        }
        return start;
    }

    private Address method(int start, int end, Address safepoints, Address handlers, Address lines, Address[] names) {
        Address entry = Address.fromInt(TABLE + entries++ * CodeTableLayout.ENTRY_SIZE);
        entry.storeInt(start, CodeTableLayout.CODE_START);
        entry.storeInt(end, CodeTableLayout.CODE_END);
        entry.storeInt(64, CodeTableLayout.FRAME_SIZE);
        entry.storeReference(safepoints, CodeTableLayout.SAFEPOINTS);
        entry.storeReference(handlers, CodeTableLayout.HANDLERS);
        entry.storeReference(lines, CodeTableLayout.LINES);
        entry.storeReference(names[0], CodeTableLayout.NAME);
        entry.storeReference(names[1], CodeTableLayout.CLASS);
        ImageInfo.codeTableLength = entries;
        return entry;
    }

    @Test
    void findsTheMethodAroundAnAddressAndNothingInGaps() {
        List<Address> made = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            made.add(method(CODE + i * 100, CODE + i * 100 + 90, ints(0), ints(0), ints(0), names("a.B", "c", "")));
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
        Address entry = method(CODE, CODE + 100, ints(0),
            ints(3, 10, 20, 50, special.toInt(), 10, 30, 60, failure.toInt(), 25, 40, 70, 0), ints(0), names("a.B", "c", ""));
        assertEquals(CODE + 50, CodeTable.handler(entry, Address.fromInt(CODE + 10), special).toInt());
        assertEquals(CODE + 60, CodeTable.handler(entry, Address.fromInt(CODE + 10), failure).toInt());
        assertEquals(CODE + 60, CodeTable.handler(entry, Address.fromInt(CODE + 20), special).toInt());
        assertEquals(CODE + 70, CodeTable.handler(entry, Address.fromInt(CODE + 26), hubs.object()).toInt());
        assertTrue(CodeTable.handler(entry, Address.fromInt(CODE + 9), special).isZero());
        assertTrue(CodeTable.handler(entry, Address.fromInt(CODE + 40), special).isZero());
    }

    @Test
    void slotMapsBelongToOneExactAddress() {
        Address entry = method(CODE, CODE + 100, ints(3, 5, POOL, 17, POOL + 4, 60, POOL + 8), ints(0), ints(0), names("a.B", "c", ""));
        assertEquals(POOL + 4, CodeTable.slotMap(entry, Address.fromInt(CODE + 17)).toInt());
        assertTrue(CodeTable.slotMap(entry, Address.fromInt(CODE + 18)).isZero());
        assertTrue(CodeTable.slotMap(entry, Address.fromInt(CODE + 4)).isZero());
    }

    @Test
    void tracesNameMethodsAndLinesAndLeaveOutConstructionAndTheVm() {
        Address lines = ints(2, 0, 11, 50, 12);
        int[] starts = new int[5];
        String[][] methods = {{"org.bulkhead.vm.runtime.exceptions.Backtrace", "capture"}, {"java.lang.Throwable", "<init>"}, {"my.Failure", "<init>"},
            {"my.Program", "run"}, {"my.Program", "<init>"}};
        for (int i = 0; i < methods.length; i++) {
            starts[i] = CODE + i * 100;
            method(starts[i], starts[i] + 100, ints(0), ints(0), lines, names(methods[i][0], methods[i][1], i == 4 ? "" : "File.java"));
        }
        int[] places = {starts[0] + 5, starts[1] + 5, starts[2] + 5, starts[3] + 49, starts[3] + 50, starts[0] + 1, starts[4] + 99};
        List<String> trace = new ArrayList<>();
        StackTraceDecoder.decode(places, new String[] {"my.Failure", "java.lang.Throwable", "java.lang.Object"},
            (place, type, method, file, line) -> trace.add(type + "." + method + "(" + file + ":" + line + ")"));
        assertEquals(List.of("my.Program.run(File.java:11)", "my.Program.run(File.java:12)", "my.Program.<init>(null:12)"), trace);
    }
}
