package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.FOREVER;
import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.content;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.bulkhead.nucleus.kernel.Machine.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateStatus;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulingTest {
    private Machine machine;

    @BeforeEach
    void boot() {
        machine = new Machine();
    }

    private void sleep(Isolate isolate) {
        machine.callAs(isolate, SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
    }

    private Isolate start(int priority, int percent) {
        Machine.Spec spec = new Machine.Spec();
        spec.priority = priority;
        spec.percent = percent;
        return machine.start(spec);
    }

    @Test
    void aNewIsolateStandsAtTheEntryWithItsArguments() {
        Isolate isolate = machine.startPlain("new");
        assertEquals(Machine.ISOLATE_ENTRY, isolate.thread.register(ThreadContext.RIP));
        assertEquals(7, isolate.thread.register(ThreadContext.RDI));
        assertEquals(1, isolate.thread.register(ThreadContext.RSI));
        assertEquals(0x1234_5678_9ABCL, isolate.thread.register(ThreadContext.RDX));
        assertEquals(AddressSpaceLayout.STACK_END - 8, isolate.thread.register(ThreadContext.RSP));
        assertEquals(0, isolate.thread.register(ThreadContext.RBP));
        assertEquals(0, Machine.load(isolate, AddressSpaceLayout.STACK_END - 8));
    }

    @Test
    void theHighestPriorityRuns() {
        Isolate low = start(1, 100);
        Isolate high = start(6, 100);
        sleep(machine.supervisor());
        assertSame(high.thread, machine.current());
        assertEquals(high.space.root, machine.hardware.root);
        sleep(high);
        assertSame(low.thread, machine.current());
        sleep(low);
        assertNull(machine.current());
    }

    @Test
    void equalsTakeTurns() {
        Isolate one = start(3, 100);
        Isolate two = start(3, 100);
        sleep(machine.supervisor());
        assertSame(one.thread, machine.current());
        machine.pass(Scheduler.SLICE_TICKS);
        assertSame(two.thread, machine.current());
        machine.pass(Scheduler.SLICE_TICKS);
        assertSame(one.thread, machine.current());
        machine.call(SystemCall.YIELD);
        assertSame(two.thread, machine.current());
    }

    @Test
    void aSliceIsUsedUpAlsoIfEachTickFindsAServerAtWork() {
        Isolate flooder = start(3, 100);
        Isolate other = start(3, 100);
        Isolate server = start(6, 100);
        long queue = machine.queue(2, 1);
        machine.serve(server, queue);
        long connection = machine.connect(flooder, queue, 1, 0);
        machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
        // Once for the news that the server is ready.
        sleep(machine.supervisor());
        sleep(machine.supervisor());
        machine.become(flooder);
        for (int i = 0; i < Scheduler.SLICE_TICKS; i++) {
            assertSame(flooder.thread, machine.current(), "in round " + i);
            machine.hardware.ticks += SimulatedHardware.FREQUENCY / 1000;
            Machine.compose(flooder, 1, 1, 0, 0);
            assertEquals(0, machine.call(SystemCall.SEND, connection, MESSAGE, 0));
            assertSame(server.thread, machine.current());
            machine.pass(1);
            machine.call(SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
        }
        assertSame(other.thread, machine.current());
    }

    @Test
    void aUsedUpBudgetWaitsForTheNextPeriod() {
        Isolate greedy = start(5, 20);
        Isolate modest = start(1, 100);
        sleep(machine.supervisor());
        machine.pass(Scheduler.PERIOD_TICKS);
        long before = greedy.usedInAll;
        machine.pass(5 * Scheduler.PERIOD_TICKS);
        long share = (greedy.usedInAll - before) * 100 / (5 * Scheduler.PERIOD_TICKS * SimulatedHardware.FREQUENCY / 1000);
        assertTrue(share >= 19 && share <= 22, "it got " + share + " percent");
        assertTrue(greedy.overruns >= 5);
        assertTrue(modest.usedInAll > greedy.usedInAll);
    }

    @Test
    void aLoopIsEndedWhenItHasRunForTooLongWithoutReceiving() {
        Machine.Spec spec = new Machine.Spec();
        spec.runLimit = 50;
        Isolate looping = machine.start(spec);
        sleep(machine.supervisor());
        machine.pass(40);
        machine.callAs(looping, SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, 0);
        machine.pass(40);
        assertEquals(Isolate.State.ALIVE, looping.state);
        machine.pass(20);
        assertEquals(Isolate.State.FREE, looping.state);
        assertEquals(DeathReason.CPU_BUDGET, machine.lastDeath());
    }

    @Test
    void aMachineThatStoodStillIsNobodysFault() {
        Machine.Spec spec = new Machine.Spec();
        spec.runLimit = 50;
        Isolate isolate = machine.start(spec);
        sleep(machine.supervisor());
        machine.hardware.ticks += 10 * SimulatedHardware.FREQUENCY;
        machine.pass(1);
        assertEquals(Isolate.State.ALIVE, isolate.state);
    }

    @Test
    void aServerThatNeverRepliesIsEnded() {
        Machine.Spec spec = new Machine.Spec();
        spec.rank = 1;
        spec.requestLimit = 100;
        Isolate server = machine.start(spec);
        spec.rank = 2;
        spec.requestLimit = 0;
        Isolate client = machine.start(spec);
        long queue = machine.queue(2, 1);
        machine.serve(server, queue);
        long connection = machine.connect(client, queue, 1, 0);
        machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
        Machine.compose(client, 1, 1, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
        machine.callAs(server, SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
        machine.pass(90);
        assertEquals(Isolate.State.ALIVE, server.state);
        machine.pass(30);
        assertEquals(DeathReason.REQUEST_OVERDUE, machine.lastDeath());
        assertEquals(refusal(ErrorCode.PEER_DIED_IN_SERVICE), result(client));
    }

    @Test
    void timersNotifyOnceOrAgainAndAgain() {
        Isolate isolate = machine.startPlain("timed");
        sleep(machine.supervisor());
        assertEquals(0, machine.call(SystemCall.TIMER, 3, machine.nanoseconds() + 5_000_000, 0));
        assertEquals(0, machine.call(SystemCall.TIMER, 4, machine.nanoseconds() + 2_000_000, 10_000_000));
        sleep(isolate);
        machine.pass(3);
        assertEquals(1 << 4, content(isolate));
        sleep(isolate);
        machine.pass(3);
        assertEquals(1 << 3, content(isolate));
        sleep(isolate);
        machine.pass(7);
        assertEquals(1 << 4, content(isolate));
        assertEquals(0, machine.call(SystemCall.TIMER, 4, FOREVER, 0));
        sleep(isolate);
        machine.pass(50);
        assertEquals(KernelThread.State.RECEIVING, isolate.thread.state);
    }

    @Test
    void timersAreBounded() {
        Isolate isolate = machine.startPlain("timed");
        machine.become(isolate);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(isolate, SystemCall.TIMER, 64, 1, 0));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(isolate, SystemCall.TIMER, 1, 1, 5));
        for (int bit = 0; bit < 8; bit++) {
            assertEquals(0, machine.callAs(isolate, SystemCall.TIMER, bit, FOREVER - 1, 0));
        }
        assertEquals(refusal(ErrorCode.NO_RESOURCE), machine.callAs(isolate, SystemCall.TIMER, 8, FOREVER - 1, 0));
    }

    @Test
    void anInterruptNotifiesAndStaysMaskedUntilItIsDone() {
        Isolate driver = machine.startPlain("driver");
        long line = machine.grant(driver, GrantKind.INTERRUPT, 14, 40);
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(machine.startPlain("rival"), GrantKind.INTERRUPT, 14, 1));
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(driver, GrantKind.INTERRUPT, 0, 1));
        assertFalse(machine.isMasked(14));
        sleep(driver);
        machine.kernel.interrupt(32 + 14, 0);
        assertEquals(1L << 40, content(driver));
        assertTrue(machine.isMasked(14));
        assertEquals(0, machine.callAs(driver, SystemCall.INTERRUPT_DONE, line));
        assertFalse(machine.isMasked(14));
    }

    @Test
    void spuriousInterruptsAreNobodys() {
        Isolate driver = machine.startPlain("driver");
        machine.grant(driver, GrantKind.INTERRUPT, 7, 1);
        machine.kernel.interrupt(32 + 7, 0);
        assertEquals(0, driver.pendingBits);
        machine.hardware.inService = 0x80;
        machine.kernel.interrupt(32 + 7, 0);
        assertEquals(2, driver.pendingBits);
    }

    @Test
    void portsAreOpenForTheirIsolateOnly() {
        Isolate disk = machine.startPlain("disk");
        Isolate other = machine.startPlain("other");
        machine.grant(disk, GrantKind.PORTS, 0x1F0, 8);
        machine.grant(disk, GrantKind.PORTS, 0x3F6, 1);
        machine.grant(other, GrantKind.PORTS, 0x3F8, 8);
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(other, GrantKind.PORTS, 0x1F7, 2));
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.grant(other, GrantKind.PORTS, 0x20, 1), "the nucleus's interrupt controller");
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.grant(other, GrantKind.PORTS, 0xFFFF, 2));
        machine.become(disk);
        assertTrue(machine.allows(0x1F0) && machine.allows(0x1F7) && machine.allows(0x3F6));
        assertFalse(machine.allows(0x1F8) || machine.allows(0x3F7) || machine.allows(0x3F8));
        machine.become(other);
        assertFalse(machine.allows(0x1F0));
        assertTrue(machine.allows(0x3F8));
        machine.become(machine.supervisor());
        assertFalse(machine.allows(0x3F8));
    }

    @Test
    void theStatusTellsWhatAnIsolateHas() {
        Isolate disk = machine.startPlain("disk");
        machine.grant(disk, GrantKind.PORTS, 0x1F0, 8);
        machine.grant(disk, GrantKind.INTERRUPT, 14, 0);
        machine.become(machine.supervisor());
        assertEquals(0, machine.call(SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, disk.index, Machine.RECORD));
        Address status = Address.fromLong(machine.supervisor().space.peek(Machine.RECORD));
        assertEquals('d', status.loadByte(at(IsolateStatus.NAME)));
        assertEquals(Isolate.State.ALIVE.ordinal(), status.loadLong(at(IsolateStatus.STATE)));
        assertEquals(8, status.loadLong(at(IsolateStatus.PORTS)));
        assertEquals(1 << 14, status.loadLong(at(IsolateStatus.INTERRUPTS)));
        assertEquals(3, status.loadLong(at(IsolateStatus.HANDLES)));
        assertEquals(0, machine.call(SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, 31, Machine.RECORD));
        assertEquals(0, status.loadLong(at(IsolateStatus.STATE)));
        assertEquals(refusal(ErrorCode.NO_SUCH_OBJECT), machine.call(SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, 32, Machine.RECORD));
    }

    @Test
    void theLogCanBeReadBack() {
        machine.become(machine.supervisor());
        Machine.store(machine.supervisor(), MESSAGE, 0x0A_6F_6C_6C_65_48L);
        long offset = machine.kernel.log.end;
        assertEquals(0, machine.call(SystemCall.LOG, MESSAGE, 6));
        assertTrue(machine.hardware.console.toString().endsWith("Hello\n"));
        assertFalse(machine.hardware.serial.toString().endsWith("Hello\r\n"), "logging waits for no serial line");
        machine.pass(20);
        assertTrue(machine.hardware.serial.toString().endsWith("Hello\r\n"));
        machine.become(machine.supervisor());
        assertEquals(offset + 6, machine.call(SystemCall.READ_LOG, offset, Machine.RECORD, 100));
        assertEquals(0x0A_6F_6C_6C_65_48L, Machine.load(machine.supervisor(), Machine.RECORD) & 0xFFFF_FFFF_FFFFL);
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.call(SystemCall.LOG, 0x10_0000, 6));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.call(SystemCall.LOG, MESSAGE, 5000));
    }
}
