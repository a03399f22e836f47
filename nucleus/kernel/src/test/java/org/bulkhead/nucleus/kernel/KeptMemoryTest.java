package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.RECORD;
import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.load;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptMemoryTest {
    private Machine machine;
    private Isolate keeper;
    private long handle;
    private long memory;

    @BeforeEach
    void boot() {
        machine = new Machine();
        keeper = machine.startPlain("keeper");
        handle = keep(keeper);
        memory = window();
    }

    private long keep(Isolate isolate) {
        return machine.grant(isolate, GrantKind.KEPT_MEMORY, 1, 0);
    }

    private long window() {
        assertEquals(0, machine.callAs(keeper, SystemCall.HANDLE_INFO, handle, RECORD));
        assertEquals(AddressSpaceLayout.KEPT_SIZE, load(keeper, RECORD + at(HandleRecord.B)));
        return load(keeper, RECORD + at(HandleRecord.A));
    }

    @Test
    void itIsZeroAtBootAndKeptForTheNextHolder() {
        for (long offset = 0; offset < AddressSpaceLayout.KEPT_SIZE; offset += 4096) {
            assertEquals(0, load(keeper, memory + offset));
        }
        Machine.store(keeper, memory + AddressSpaceLayout.KEPT_SIZE - 8, 0x1234);
        machine.kernel.deaths.end(keeper, DeathReason.KILLED, 0, 0);
        Isolate other = machine.startPlain("other");
        keeper = machine.startPlain("keeper");
        assertEquals(0, keeper.space.peek(memory));
        assertEquals(1, handle = keep(keeper));
        assertEquals(memory, window(), "at the same place");
        assertEquals(0x1234, load(keeper, memory + AddressSpaceLayout.KEPT_SIZE - 8));
        assertEquals(0, other.space.peek(memory));
    }

    @Test
    void aRegionHasOneHolder() {
        Isolate other = machine.startPlain("other");
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), keep(other));
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(other, GrantKind.KEPT_MEMORY, 0, 0), "the supervisor's");
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.grant(other, GrantKind.KEPT_MEMORY, 2, 0));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.grant(other, GrantKind.KEPT_MEMORY, -1, 0));
        assertEquals(0, machine.callAs(keeper, SystemCall.CLOSE, handle));
        assertEquals(0, keeper.space.peek(memory));
        assertEquals(1, keep(other));
    }

    @Test
    void itIsTheTwoRegionsOwnAndDoesNotCountAsTheIsolates() {
        int pages = keeper.space.pages;
        Machine.store(keeper, memory, 5);
        assertEquals(pages, keeper.space.pages);
        assertEquals(0, load(machine.supervisor(), Handle.window(1)));
        assertNotEquals(Machine.pageEntry(keeper, memory) & 0x000F_FFFF_FFFF_F000L, Machine.pageEntry(machine.supervisor(), Handle.window(1)) & 0x000F_FFFF_FFFF_F000L);
    }
}
