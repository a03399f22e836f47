package org.bulkhead.isolate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.DeviceWindow;
import org.bulkhead.isolate.WindowAccess;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Windows on device memory, with the nucleus's page tables in between. */
class DeviceMemoryTest {
    private static final long SCREEN = 0xB8000;
    private static final long REGISTERS = 0xFEBC_0000L;
    private static final int PAGE = 4096;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private DeviceWindow window(long first) {
        return kit.grants(kit.manifest("part").window("memory", first, PAGE).build()).window("memory");
    }

    @Test
    void memoryKeepsWhatIsWrittenToIt() {
        DeviceWindow screen = window(SCREEN);
        screen.putShort(160, 0x0741);
        assertEquals(0x41, kit.memory().read(SCREEN + 160));
        kit.memory().write(SCREEN + 161, 0x1F);
        assertEquals(0x1F41, screen.shortAt(160));
        assertThrows(IndexOutOfBoundsException.class, () -> screen.byteAt(PAGE));
    }

    /** Counts, and remembers. */
    private static final class Counter implements WindowAccess {
        private final List<String> seen = new ArrayList<>();

        private int note(String what, Address at) {
            seen.add(what + " 0x" + Long.toHexString(at.toLong()));
            return seen.size();
        }

        @Override
        public int loadByte(Address at) {
            return note("load 8", at);
        }

        @Override
        public int loadShort(Address at) {
            return note("load 16", at);
        }

        @Override
        public int loadInt(Address at) {
            return note("load 32", at);
        }

        @Override
        public void storeByte(Address at, int value) {
            note("store 8 " + value, at);
        }

        @Override
        public void storeShort(Address at, int value) {
            note("store 16 " + value, at);
        }

        @Override
        public void storeInt(Address at, int value) {
            note("store 32 " + value, at);
        }

        @Override
        public void copy(Address from, Address to, int bytes) {
            throw new AssertionError("the machine copies by accesses");
        }
    }

    @Test
    void modelsSeeEachAccess() {
        Counter counter = new Counter();
        kit.attachWindow(counter, REGISTERS, PAGE);
        DeviceWindow registers = window(REGISTERS);
        assertEquals(1, registers.intAt(0x10));
        registers.putByte(0x14, 7);
        assertEquals(List.of("load 32 0xfebc0010", "store 8 7 0xfebc0014"), counter.seen);
    }
}
