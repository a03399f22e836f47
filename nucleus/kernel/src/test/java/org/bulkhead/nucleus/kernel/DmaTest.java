package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.RECORD;
import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.memory.PageFrames;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DmaTest {
    private static final int PORT = 0xC040;
    private static final int BYTES = 0x1_0000;
    private static final long FRAME = 0x000F_FFFF_FFFF_F000L;
    // Programming Interface for Bus Master IDE Controller, 1.0.
    private static final long LAST = 1L << 63;
    private static final int BOUNDARY = 0x1_0000;

    private Machine machine;
    private Isolate driver;
    private long handle;

    @BeforeEach
    void boot() {
        machine = new Machine();
        driver = machine.startPlain("driver");
        machine.hardware.deviceStatus = 0x64;
        handle = machine.grant(driver, GrantKind.DMA, PORT, BYTES);
    }

    private long call(int number, long... rest) {
        long[] arguments = new long[1 + rest.length];
        arguments[0] = handle;
        System.arraycopy(rest, 0, arguments, 1, rest.length);
        return machine.callAs(driver, number, arguments);
    }

    private long start(int direction, long offset, long length) {
        return call(SystemCall.DMA_START, direction, offset, length);
    }

    private long physical(long buffer) {
        return Machine.pageEntry(driver, buffer) & FRAME;
    }

    /** Returns the range of physical memory that the descriptor names, which must be the only one: Bochs waits before it fetches the next. */
    private long[] described() {
        long table = machine.hardware.written.get(PORT + 4) & 0xFFFF_FFFFL;
        assertEquals(0, table & 3);
        assertEquals(PageFrames.NUCLEUS, machine.kernel.frames.owner(table));
        long descriptor = Window.load(table);
        long from = descriptor & 0xFFFF_FFFFL;
        long count = descriptor >>> 32 & 0xFFFF;
        long bytes = count == 0 ? BOUNDARY : count;
        assertEquals(from / BOUNDARY, (from + bytes - 1) / BOUNDARY, "crosses 64 KiB");
        assertEquals(LAST, descriptor & 0xFFFFL << 48);
        return new long[] {from, from + bytes};
    }

    @Test
    void nothingMovesBeforeTheDeviceIsReset() {
        assertEquals(refusal(ErrorCode.QUARANTINED), start(SystemCall.DMA_TO_MEMORY, 0, 512));
        machine.callAs(driver, SystemCall.HANDLE_INFO, handle, RECORD);
        Address record = Address.fromLong(driver.space.peek(RECORD));
        assertEquals(HandleKind.DMA.ordinal(), record.loadLong(at(HandleRecord.KIND)));
        assertEquals(0, record.loadLong(at(HandleRecord.A)), "not mapped");
        assertEquals(BYTES, record.loadLong(at(HandleRecord.B)));
        long buffer = call(SystemCall.DMA_READY);
        assertTrue(buffer >= AddressSpaceLayout.WINDOWS_START && buffer < AddressSpaceLayout.HEAP_START);
        assertEquals(buffer, call(SystemCall.DMA_READY), "twice is once");
        assertEquals(0, start(SystemCall.DMA_TO_MEMORY, 0, 512));
        machine.callAs(driver, SystemCall.HANDLE_INFO, handle, RECORD);
        assertEquals(buffer, record.loadLong(at(HandleRecord.A)));
    }

    @Test
    void descriptorsNameTheBufferAndNothingElse() {
        long buffer = call(SystemCall.DMA_READY);
        for (int page = 0; page < BYTES; page += 4096) {
            assertEquals(7, Machine.pageEntry(driver, buffer + page) & 0x1F, "present, writable, user, cached");
            assertTrue(Machine.pageEntry(driver, buffer + page) < 0, "no execution");
            assertEquals(PageFrames.NUCLEUS, machine.kernel.frames.owner(physical(buffer + page)));
        }
        for (long[] range : new long[][] {{0, BYTES}, {0, 512}, {512, 1024}, {4094, 4}, {BYTES - 2, 2}, {2, BYTES - 2}}) {
            assertEquals(0, start(SystemCall.DMA_TO_MEMORY, range[0], range[1]));
            long[] described = described();
            assertEquals(physical(buffer) + range[0], described[0]);
            assertEquals(range[1], described[1] - described[0]);
        }
    }

    @Test
    void theRegistersAreWrittenInTheOrderOfTheManual() {
        call(SystemCall.DMA_READY);
        machine.hardware.outputs.clear();
        start(SystemCall.DMA_TO_MEMORY, 0, 512);
        String table = Integer.toHexString(machine.hardware.written.get(PORT + 4));
        assertEquals(List.of("0xc040=0", "0xc044=" + table, "0xc042=66", "0xc040=8", "0xc040=9"), machine.hardware.outputs);
        machine.hardware.outputs.clear();
        assertEquals(0x64, call(SystemCall.DMA_STOP));
        assertEquals(List.of("0xc040=0"), machine.hardware.outputs);
        machine.hardware.outputs.clear();
        start(SystemCall.DMA_FROM_MEMORY, 0, 512);
        assertEquals(List.of("0xc040=0", "0xc044=" + table, "0xc042=66", "0xc040=0", "0xc040=1"), machine.hardware.outputs);
    }

    @Test
    void rangesOutsideAreRefused() {
        call(SystemCall.DMA_READY);
        machine.hardware.outputs.clear();
        for (long[] wrong : new long[][] {{0, 0}, {0, 1}, {1, 2}, {-2, 2}, {0, -2}, {BYTES, 2}, {BYTES - 2, 4}, {0, BYTES + 2}, {2, Long.MAX_VALUE - 1}, {Long.MAX_VALUE - 1, 2}}) {
            assertEquals(refusal(ErrorCode.BAD_ARGUMENT), start(SystemCall.DMA_TO_MEMORY, wrong[0], wrong[1]));
        }
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), start(2, 0, 512));
        assertEquals(List.of(), machine.hardware.outputs);
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(driver, SystemCall.DMA_STOP, 40));
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.callAs(driver, SystemCall.DMA_READY, 0));
    }

    @Test
    void grantsThatCannotBeAreRefused() {
        Isolate other = machine.startPlain("other");
        for (long[] wrong : new long[][] {{PORT + 4, 4096}, {0, 4096}, {-8, 4096}, {0x1_0000, 4096}, {PORT + 8, 0}, {PORT + 8, 100}, {PORT + 8, BYTES + 4096}, {PORT + 8, -4096}}) {
            assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.grant(other, GrantKind.DMA, wrong[0], wrong[1]));
        }
        machine.grant(other, GrantKind.PORTS, 0xC100, 1);
        for (long taken : new long[] {PORT, 0x20, 0x40, 0xA0, 0x60, 0xC100}) {
            assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(other, GrantKind.DMA, taken, 4096));
        }
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(other, GrantKind.PORTS, PORT + 7, 1), "the nucleus keeps them");
        for (int i = 1; i < Pools.CHANNELS; i++) {
            assertTrue(machine.grant(other, GrantKind.DMA, PORT + 8 * i, 4096) > 0);
        }
        assertEquals(refusal(ErrorCode.NO_RESOURCE), machine.grant(other, GrantKind.DMA, PORT + 8 * Pools.CHANNELS, 4096));
    }

    @Test
    void deathStopsTheEngineAndKeepsTheMemoryFromEverybody() {
        long buffer = call(SystemCall.DMA_READY);
        long memory = physical(buffer);
        Window.store(memory + 512, 4711);
        start(SystemCall.DMA_TO_MEMORY, 0, BYTES);
        machine.hardware.outputs.clear();
        machine.kernel.deaths.end(driver, DeathReason.KILLED, 0, 0);
        assertEquals(List.of("0xc040=0"), machine.hardware.outputs);
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(machine.startPlain("other"), GrantKind.PORTS, PORT, 8));
        for (long page = memory; page < memory + BYTES; page += 4096) {
            assertEquals(PageFrames.NUCLEUS, machine.kernel.frames.owner(page));
        }
        driver = machine.startPlain("driver");
        handle = machine.grant(driver, GrantKind.DMA, PORT, BYTES);
        assertEquals(refusal(ErrorCode.QUARANTINED), start(SystemCall.DMA_TO_MEMORY, 0, 512));
        assertEquals(0, Machine.pageEntry(driver, buffer) & 1);
        assertEquals(4711, Window.load(memory + 512), "the device may still write there");
        buffer = call(SystemCall.DMA_READY);
        assertEquals(memory, physical(buffer), "the channel's memory stays the channel's");
        assertEquals(0, Window.load(memory + 512), "erased for the successor");
    }

    @Test
    void closingIsLikeDying() {
        long buffer = call(SystemCall.DMA_READY);
        start(SystemCall.DMA_FROM_MEMORY, 0, 512);
        machine.hardware.outputs.clear();
        assertEquals(0, call(SystemCall.CLOSE));
        assertEquals(List.of("0xc040=0"), machine.hardware.outputs);
        assertEquals(0, Machine.pageEntry(driver, buffer));
        assertFalse(machine.kernel.pools.channels[machine.kernel.pools.channel(PORT).index].held);
        assertEquals(refusal(ErrorCode.STALE_HANDLE), start(SystemCall.DMA_TO_MEMORY, 0, 512));
        handle = machine.grant(driver, GrantKind.DMA, PORT, 4096);
        assertEquals(refusal(ErrorCode.QUARANTINED), start(SystemCall.DMA_TO_MEMORY, 0, 512));
        call(SystemCall.DMA_READY);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), start(SystemCall.DMA_TO_MEMORY, 4096, 2));
    }

    @Test
    void theBufferCanBeCopiedFromAndToButHoldsNoMessages() {
        long buffer = call(SystemCall.DMA_READY);
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(driver, SystemCall.RECEIVE, 0, buffer, 0));
        assertEquals(0, machine.callAs(driver, SystemCall.LOG, buffer, 1));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(driver, SystemCall.RELEASE_MEMORY, buffer, 4096));
    }

    @Test
    void aQuotaWithoutRoomForTheTableRefuses() {
        Machine.Spec spec = new Machine.Spec();
        spec.quota = 4;
        driver = machine.start(spec);
        handle = machine.grant(driver, GrantKind.DMA, PORT + 8, 4096);
        assertEquals(refusal(ErrorCode.NO_RESOURCE), call(SystemCall.DMA_READY));
        assertEquals(refusal(ErrorCode.QUARANTINED), start(SystemCall.DMA_TO_MEMORY, 0, 512));
    }
}
