package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.RECORD;
import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceWindowTest {
    private static final long SCREEN = 0xB_8000;
    private static final int SCREEN_BYTES = 0x8000;
    private static final long CARD = 0xFEB0_0000L;
    private static final long FRAME = 0x000F_FFFF_FFFF_F000L;
    // Intel SDM 3A, 4.5.
    private static final long PRESENT_WRITABLE_USER = 7;
    private static final long NOT_CACHED = 0x18;
    private static final long NO_EXECUTE = 1L << 63;
    private static final long GLOBAL = 0x100;

    private Machine machine;
    private Isolate driver;

    @BeforeEach
    void boot() {
        machine = new Machine();
        driver = machine.startPlain("driver");
    }

    private long address(Isolate isolate, long handle) {
        machine.callAs(isolate, SystemCall.HANDLE_INFO, handle, RECORD);
        Address record = Address.fromLong(isolate.space.peek(RECORD));
        assertEquals(HandleKind.DEVICE_WINDOW.ordinal(), record.loadLong(at(HandleRecord.KIND)));
        return record.loadLong(at(HandleRecord.A));
    }

    @Test
    void aWindowShowsTheDevicesMemoryUncachedAndForDataAlone() {
        long handle = machine.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
        assertEquals(1, handle);
        long address = address(driver, handle);
        assertTrue(address >= AddressSpaceLayout.WINDOWS_START && address < AddressSpaceLayout.HEAP_START);
        for (int page = 0; page < SCREEN_BYTES; page += 4096) {
            long entry = Machine.pageEntry(driver, address + page);
            assertEquals(SCREEN + page, entry & FRAME);
            assertEquals(PRESENT_WRITABLE_USER | NOT_CACHED | NO_EXECUTE, entry & (PRESENT_WRITABLE_USER | NOT_CACHED | NO_EXECUTE | GLOBAL));
        }
        assertEquals(0, Machine.pageEntry(driver, address + SCREEN_BYTES));
        machine.callAs(driver, SystemCall.HANDLE_INFO, handle, RECORD);
        assertEquals(SCREEN_BYTES, Address.fromLong(driver.space.peek(RECORD)).loadLong(at(HandleRecord.B)));
    }

    @Test
    void aDeviceBehindAllMemoryCanBeShown() {
        long handle = machine.grant(driver, GrantKind.DEVICE_WINDOW, CARD, AddressSpaceLayout.WINDOW_SIZE);
        assertEquals(CARD, Machine.pageEntry(driver, address(driver, handle)) & FRAME);
        long second = machine.grant(driver, GrantKind.DEVICE_WINDOW, CARD + AddressSpaceLayout.WINDOW_SIZE, 4096);
        assertEquals(address(driver, handle) + AddressSpaceLayout.WINDOW_SIZE, address(driver, second), "windows granted one after the other lie side by side");
    }

    @ParameterizedTest
    @CsvSource({
        // Memory that the machine calls usable, be it free, the image's or the nucleus's; low memory; a window that reaches into memory.
        "0x1000000, 0x1000, BAD_ADDRESS", "0x400000, 0x1000, BAD_ADDRESS", "0x100000, 0x1000, BAD_ADDRESS", "0x1000, 0x1000, BAD_ADDRESS", "0x9F000, 0x1000, BAD_ADDRESS",
        "0xFF000, 0x2000, BAD_ADDRESS", "0x13FF000, 0x1000, BAD_ADDRESS", "0x9F000, 0x2000, BAD_ADDRESS",
        "0xB8001, 0x1000, BAD_ARGUMENT", "0xB8000, 0x1001, BAD_ARGUMENT", "0xB8000, 0, BAD_ARGUMENT", "0xB8000, -4096, BAD_ARGUMENT", "-4096, 0x1000, BAD_ARGUMENT",
        "0xFEB00000, 0x201000, BAD_ARGUMENT", "0xFFFFF000, 0x2000, BAD_ARGUMENT", "0x100000000, 0x1000, BAD_ARGUMENT", "0x7FFFFFFFFFFFF000, 0x1000, BAD_ARGUMENT",
        "0x1000000, 0x7FFFFFFFFFFFF000, BAD_ARGUMENT"})
    void whatIsNoDevicesIsRefused(String physical, String bytes, ErrorCode error) {
        int pages = driver.space.pages;
        assertEquals(refusal(error), machine.grant(driver, GrantKind.DEVICE_WINDOW, Long.decode(physical), Long.decode(bytes)));
        assertEquals(pages, driver.space.pages);
        assertEquals(1, driver.handles.used);
    }

    @Test
    void noTwoIsolatesShareADevice() {
        Isolate other = machine.startPlain("other");
        long handle = machine.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(other, GrantKind.DEVICE_WINDOW, SCREEN + 0x7000, 0x1000));
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(other, GrantKind.DEVICE_WINDOW, SCREEN - 0x1000, 0x2000));
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, 0x1000));
        assertTrue(machine.grant(other, GrantKind.DEVICE_WINDOW, SCREEN + SCREEN_BYTES, 0x1000) > 0);
        assertEquals(0, machine.callAs(driver, SystemCall.CLOSE, handle));
        assertTrue(machine.grant(other, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES) > 0);
    }

    @Test
    void theTablesAreChargedAndTheDevicesMemoryIsNot() {
        Machine.Spec spec = new Machine.Spec();
        spec.quota = 4;
        Isolate poor = machine.start(spec);
        assertEquals(4, poor.space.pages);
        assertEquals(refusal(ErrorCode.NO_RESOURCE), machine.grant(poor, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES));
        assertEquals(1, poor.handles.used);
        int before = driver.space.pages;
        machine.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
        assertEquals(before + 1, driver.space.pages);
    }

    @Test
    void deathWithdrawsIt() {
        long free = machine.kernel.frames.free;
        machine.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
        machine.kernel.deaths.end(driver, DeathReason.KILLED, 0, 0);
        assertTrue(machine.kernel.frames.free > free);
        Isolate successor = machine.startPlain("driver");
        assertEquals(1, machine.grant(successor, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES));
    }

    @Test
    void theNucleusItselfNeverTouchesIt() {
        long window = address(driver, machine.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(driver, SystemCall.RECEIVE, 0, window, 0));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(driver, SystemCall.LOG, window, 8));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(driver, SystemCall.RELEASE_MEMORY, window, 4096));
        assertEquals(0, driver.space.peek(window), "not for the stack of a death record either");
    }

    @Test
    void whatWasWithdrawnIsAnExceptionForWhoeverTouchesIt() {
        long handle = machine.grant(driver, GrantKind.DEVICE_WINDOW, SCREEN, SCREEN_BYTES);
        long window = address(driver, handle);
        machine.hardware.invalidated.clear();
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.ISOLATE_REVOKE, machine.handleOf(driver), handle));
        assertEquals(SCREEN_BYTES / 4096, machine.hardware.invalidated.size());
        assertEquals(0, Machine.pageEntry(driver, window + 4096));
        machine.become(driver);
        driver.thread.setRegister(ThreadContext.RIP, Machine.CODE + 0x444);
        machine.pageFault(window + 8, 6);
        assertEquals(Isolate.State.ALIVE, driver.state);
        assertEquals(Machine.FAULT_ENTRY, driver.thread.register(ThreadContext.RIP));
        assertEquals(window + 8, driver.thread.register(ThreadContext.RSI));
        assertEquals(4, driver.thread.register(ThreadContext.RDX), "FaultKind.WINDOW");
    }

    @Test
    void nothingInAWindowCanBeExecuted() {
        machine.become(driver);
        machine.pageFault(AddressSpaceLayout.WINDOWS_START, 0x15);
        assertEquals(DeathReason.WILD_ACCESS, machine.lastDeath());
        assertEquals(Isolate.State.FREE, driver.state);
    }
}
