package org.bulkhead.nucleus.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
    private static final int READ = 4;
    private static final int WRITE = 6;
    private static final int WRITE_PRESENT = 7;
    private static final int FETCH = 0x15;

    private Machine machine;
    private Isolate isolate;

    @BeforeEach
    void boot() {
        machine = new Machine();
        isolate = machine.startPlain("subject");
        machine.become(isolate);
        isolate.thread.setRegister(ThreadContext.RIP, Machine.CODE + 0x444);
    }

    private void assertReflected(long address, int kind) {
        assertEquals(Isolate.State.ALIVE, isolate.state);
        assertEquals(Machine.FAULT_ENTRY, isolate.thread.register(ThreadContext.RIP));
        assertEquals(Machine.CODE + 0x444, isolate.thread.register(ThreadContext.RDI));
        assertEquals(address, isolate.thread.register(ThreadContext.RSI));
        assertEquals(kind, isolate.thread.register(ThreadContext.RDX));
    }

    private void assertDead(DeathReason reason) {
        assertEquals(Isolate.State.FREE, isolate.state);
        assertEquals(reason, machine.lastDeath());
    }

    @Test
    void nullIsJavasBusiness() {
        machine.pageFault(12, READ);
        assertReflected(12, 1);
    }

    @Test
    void soIsTheStackGuard() {
        machine.pageFault(AddressSpaceLayout.STACK_START - 8, WRITE);
        assertReflected(AddressSpaceLayout.STACK_START - 8, 1);
    }

    @Test
    void soIsDivision() {
        machine.kernel.interrupt(0, 0);
        assertReflected(0, 2);
    }

    @Test
    void aFaultOfTheFaultEntryItselfIsTheEnd() {
        isolate.thread.setRegister(ThreadContext.RIP, Machine.FAULT_ENTRY);
        machine.pageFault(AddressSpaceLayout.STACK_START - 8, WRITE);
        assertDead(DeathReason.STACK_EXHAUSTED);
    }

    @Test
    void heapAndStackComeOnDemand() {
        machine.pageFault(AddressSpaceLayout.HEAP_START + 5 * 4096 + 8, WRITE);
        machine.become(isolate);
        machine.pageFault(AddressSpaceLayout.STACK_END - 8, READ);
        assertEquals(Isolate.State.ALIVE, isolate.state);
        assertEquals(Machine.CODE + 0x444, isolate.thread.register(ThreadContext.RIP));
        assertEquals(0, Address.fromLong(isolate.space.peek(AddressSpaceLayout.HEAP_START + 5 * 4096 + 8)).loadLong());
    }

    @ParameterizedTest
    @CsvSource({"0x66660000, 6", "0x100800, 4", "0x200000, 6", "0x400000, 7", "0x600000, 7", "0x20010000, 6", "0xEF100000, 4", "0xFFFFFFF0, 4"})
    void foreignMemoryIsDeadly(String address, int error) {
        // Wild, nucleus code, nucleus data, code and metadata for writing, beyond the heap's limit, beyond the stack, the end of what can be named.
        machine.pageFault(Long.decode(address), error);
        assertDead(DeathReason.WILD_ACCESS);
    }

    @Test
    void soIsTheNucleussHalf() {
        machine.pageFault(AddressSpaceLayout.PHYSICAL_WINDOW + 0x10_0000, READ | 1);
        assertDead(DeathReason.WILD_ACCESS);
    }

    @Test
    void dataCanNotBeExecuted() {
        machine.pageFault(AddressSpaceLayout.HEAP_START, FETCH);
        assertDead(DeathReason.WILD_ACCESS);
    }

    @Test
    void imageDataIsCopiedWhenWritten() {
        long address = Machine.DATA + Window.PAGE;
        assertEquals(1001, Address.fromLong(isolate.space.peek(address)).loadLong());
        machine.pageFault(address, WRITE_PRESENT);
        Address.fromLong(isolate.space.peek(address)).storeLong(5);
        assertEquals(1001, Window.load(address), "the image itself stays");
        Isolate other = machine.startPlain("other");
        assertEquals(1001, Address.fromLong(other.space.peek(address)).loadLong());
        assertEquals(1003, Address.fromLong(isolate.space.peek(Machine.DATA + 3 * Window.PAGE)).loadLong());
        Machine.store(isolate, Machine.MESSAGE, 0);
        assertEquals(0, machine.callAs(isolate, SystemCall.WRITTEN_PAGES, Machine.DATA, Machine.DATA_PAGES, Machine.MESSAGE));
        assertEquals(2, Machine.load(isolate, Machine.MESSAGE) & 0xFF);
    }

    @Test
    void aQuotaThatIsUsedUpIsOutOfMemory() {
        Machine.Spec spec = new Machine.Spec();
        spec.heapPages = 60;
        spec.quota = 10;
        isolate = machine.start(spec);
        machine.become(isolate);
        // Four for page tables and context, one page table below, five pages.
        for (int page = 0; page < 5; page++) {
            machine.pageFault(AddressSpaceLayout.HEAP_START + page * 4096L, WRITE);
            machine.become(isolate);
        }
        assertEquals(10, isolate.space.pages);
        machine.pageFault(AddressSpaceLayout.HEAP_START + 5 * 4096L, WRITE);
        assertDead(DeathReason.OUT_OF_MEMORY);
    }

    @Test
    void anIsolateThatDoesNotFitIsRefusedAndLeavesNothing() {
        long free = machine.kernel.frames.free;
        Machine.Spec spec = new Machine.Spec();
        spec.quota = 3;
        assertEquals(Machine.refusal(ErrorCode.NO_RESOURCE), machine.create(spec));
        assertEquals(free, machine.kernel.frames.free);
    }

    @ParameterizedTest
    @CsvSource({"0xFA, PRIVILEGED_INSTRUCTION", "0xF4, PRIVILEGED_INSTRUCTION", "0xEE, PRIVILEGED_INSTRUCTION", "0x6DF3, PRIVILEGED_INSTRUCTION", "0xEF66, PRIVILEGED_INSTRUCTION", "0x300F, PRIVILEGED_INSTRUCTION",
        "0xC0220F44, PRIVILEGED_INSTRUCTION", "0x018B48, WILD_ACCESS", "0x0000, WILD_ACCESS"})
    void generalProtectionIsTold(String instruction, DeathReason reason) {
        Window.store(Machine.CODE + 0x444, Long.decode(instruction));
        machine.kernel.interrupt(13, 0);
        assertDead(reason);
    }

    @Test
    void otherExceptions() {
        machine.kernel.interrupt(6, 0);
        assertDead(DeathReason.INVALID_INSTRUCTION);
        isolate = machine.startPlain("second");
        machine.become(isolate);
        machine.kernel.interrupt(3, 0);
        assertDead(DeathReason.PROCESSOR_EXCEPTION);
    }

    @Test
    void givenBackPagesReadAsZero() {
        long page = AddressSpaceLayout.HEAP_START + 3 * 4096;
        Machine.store(isolate, page, 7);
        Machine.store(isolate, page + 4096, 8);
        long free = machine.kernel.frames.free;
        assertEquals(0, machine.callAs(isolate, SystemCall.RELEASE_MEMORY, page - 8, 4096 + 16));
        assertEquals(free + 1, machine.kernel.frames.free, "only the page that lies wholly inside");
        assertEquals(0, Machine.load(isolate, page));
        assertEquals(8, Machine.load(isolate, page + 4096));
        assertEquals(Machine.refusal(ErrorCode.BAD_ADDRESS), machine.callAs(isolate, SystemCall.RELEASE_MEMORY, Machine.DATA, 4096));
        assertEquals(Machine.refusal(ErrorCode.BAD_ADDRESS), machine.callAs(isolate, SystemCall.RELEASE_MEMORY, page, Long.MAX_VALUE));
    }

    @Test
    void theNucleussOwnFaultStopsTheMachine() {
        SimulatedHardware.Stopped stop = assertThrows(SimulatedHardware.Stopped.class, () -> machine.kernel.log.exception(14, 2, 0x10_1234, 0));
        assertEquals(true, stop.getMessage().contains("exception 14, error 0x2, at 0x101234"));
    }
}
