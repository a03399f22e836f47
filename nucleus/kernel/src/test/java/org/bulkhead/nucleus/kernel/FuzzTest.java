package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;

/** Isolates that do arbitrary things, and a check after each of all that must always hold. */
class FuzzTest {
    private static final int STEPS = 250;

    @Property(tries = 60)
    void noIsolateCanBreakTheNucleus(@ForAll long seed) {
        Random random = new Random(seed);
        Machine machine = new Machine();
        List<Isolate> isolates = populate(machine);
        for (int step = 0; step < STEPS; step++) {
            step(machine, isolates, random);
            check(machine);
        }
        for (Isolate isolate : isolates) {
            if (isolate.state != Isolate.State.FREE) {
                machine.kernel.deaths.end(isolate, DeathReason.EXIT, 0, 0);
                check(machine);
            }
        }
        Isolate supervisor = machine.supervisor();
        assertEquals(machine.freeAtStart, machine.kernel.frames.free() + supervisor.space.pages, "page frames were lost");
    }

    private static List<Isolate> populate(Machine machine) {
        List<Isolate> isolates = new ArrayList<>();
        Machine.Spec spec = new Machine.Spec();
        for (int i = 0; i < 4; i++) {
            spec.rank = i + 1;
            spec.priority = i;
            spec.quota = 24;
            isolates.add(machine.start(spec));
        }
        for (int i = 0; i < 3; i++) {
            long queue = machine.queue(4, i + 1);
            machine.serve(isolates.get(i), queue);
            machine.connect(isolates.get(3), queue, 1, i);
            machine.connect(isolates.get((i + 1) % 4), queue, 2, i);
            machine.grant(isolates.get(i), GrantKind.INTERRUPT, 9 + i, i);
            machine.grant(isolates.get(i), GrantKind.PORTS, 0x300 + 16 * i, 8);
        }
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, Machine.FOREVER);
        return isolates;
    }

    private static void step(Machine machine, List<Isolate> isolates, Random random) {
        switch (random.nextInt(12)) {
            case 0:
                machine.pass(1 + random.nextInt(4));
                return;
            case 1:
                machine.kernel.interrupt(32 + 1 + random.nextInt(15), 0);
                return;
            case 2:
                if (machine.current() != null && machine.current().isolate != machine.supervisor()) {
                    machine.pageFault(address(random), random.nextInt(8));
                }
                return;
            default:
                break;
        }
        if (machine.supervisor().thread.state == KernelThread.State.READY) {
            machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, Machine.FOREVER);
        }
        Isolate isolate = isolates.get(random.nextInt(isolates.size()));
        if (isolate.thread.state == KernelThread.State.READY) {
            fill(isolate, random);
            machine.become(isolate);
            int number = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(SystemCall.COUNT + 2);
            // Endings would leave little to test.
            if (number != SystemCall.EXIT && number != SystemCall.ABORT || random.nextInt(20) == 0) {
                machine.call(number, argument(machine, random), argument(machine, random), argument(machine, random), argument(machine, random), argument(machine, random));
            }
        }
    }

    private static void fill(Isolate isolate, Random random) {
        if (isolate.space.resolve(MESSAGE, AddressSpace.Access.WRITE) == 0) {
            return;
        }
        int transfers = random.nextInt(3);
        Machine.compose(isolate, random.nextInt(), random.nextLong(), transfers, random.nextInt(2));
        for (int i = 0; i < transfers; i++) {
            long entry = Machine.TRANSFERS + (long) i * MessageLayout.TRANSFER_SIZE;
            Machine.store(isolate, entry, random.nextInt(5) | (long) random.nextInt(10) << 32);
            Machine.store(isolate, entry + MessageLayout.TRANSFER_ADDRESS, address(random));
            Machine.store(isolate, entry + MessageLayout.TRANSFER_LENGTH, random.nextInt(100));
        }
    }

    private static long argument(Machine machine, Random random) {
        switch (random.nextInt(10)) {
            case 0:
            case 1:
            case 2:
                return random.nextInt(10);
            case 3:
            case 4:
                return MESSAGE;
            case 5:
                return Machine.TRANSFERS;
            case 6:
                return random.nextBoolean() ? Machine.FOREVER : machine.nanoseconds() + random.nextInt(5_000_000);
            case 7:
                MessageSlot slot = machine.kernel.pools.slots[Pools.SLOTS - 1 - random.nextInt(12)];
                return random.nextBoolean() ? slot.token() : slot.submission;
            case 8:
                return address(random);
            default:
                return random.nextLong();
        }
    }

    private static long address(Random random) {
        switch (random.nextInt(6)) {
            case 0:
                return AddressSpaceLayout.HEAP_START + random.nextInt(20 * 4096);
            case 1:
                return Machine.DATA + random.nextInt(5 * 4096);
            case 2:
                return AddressSpaceLayout.STACK_START - 4096 + random.nextInt(1 << 20);
            case 3:
                return random.nextInt(4096);
            case 4:
                return AddressSpaceLayout.PHYSICAL_WINDOW + random.nextInt();
            default:
                return random.nextInt() & 0xFFFF_FFFFL;
        }
    }

    /** What must hold between any two visits to the nucleus. */
    private static void check(Machine machine) {
        Pools pools = machine.kernel.pools;
        int slotsInQueues = 0;
        int[] used = new int[Pools.CONNECTIONS];
        for (MessageQueue queue : pools.queues) {
            slotsInQueues += queue.capacity;
            int queued = count(queue.queued.first, MessageSlot.State.QUEUED, queue, used);
            int inService = count(queue.inService.first, MessageSlot.State.IN_SERVICE, queue, used);
            int ended = 0;
            for (MessageSlot slot : pools.slots) {
                if (slot.state == MessageSlot.State.ENDED && slot.queue == queue && slot.connection.isOnline()) {
                    ended++;
                }
            }
            assertEquals(queue.capacity - queued - inService - ended, count(queue.free, MessageSlot.State.FREE, queue, used));
            assertTrue(queue.reserved <= queue.capacity, "more credits than slots");
            assertTrue(inService == 0 || queue.server != null, "in service with nobody");
        }
        int[] submitted = new int[Pools.ISOLATES];
        int left = 0;
        for (MessageSlot slot : pools.slots) {
            if (slot.state == MessageSlot.State.ENDED) {
                assertEquals(MessageSlot.Reply.COLLECTED, slot.reply);
                assertEquals(Timer.NEVER, slot.timer.deadline);
                used[slot.connection.index]++;
                left += slot.connection.isOnline() ? 0 : 1;
            }
            if (slot.state != MessageSlot.State.FREE && slot.reply == MessageSlot.Reply.COLLECTED) {
                assertTrue(slot.sender.isolate.state != Isolate.State.FREE, "submitted by nobody");
                submitted[slot.sender.isolate.index]++;
            } else {
                assertEquals(Timer.NEVER, slot.timer.deadline);
            }
        }
        assertEquals(Pools.SLOTS, slotsInQueues + pools.freeSlotCount + left);
        for (Connection connection : pools.connections) {
            assertEquals(used[connection.index], connection.used);
            assertTrue(connection.used <= connection.credits);
            assertTrue(connection.references >= 0);
        }
        for (Isolate isolate : pools.isolates) {
            boolean calling = isolate.thread.state == KernelThread.State.CALLING;
            assertEquals(calling, isolate.thread.slot != null);
            assertTrue(!calling || isolate.thread.slot.sender == isolate.thread && isolate.thread.slot.reply == MessageSlot.Reply.AWAITED);
            assertEquals(submitted[isolate.index], isolate.submitted);
            assertTrue(isolate.state != Isolate.State.FREE || isolate.space.pages == 0 && isolate.thread.state == KernelThread.State.STOPPED && isolate.served == null);
            assertTrue(isolate.state != Isolate.State.FREE || Arrays.stream(isolate.timers).allMatch(timer -> timer.deadline == Timer.NEVER));
            assertTrue(isolate.thread.priority >= isolate.thread.basePriority);
        }
        assertTrue(machine.current() == null || machine.current().state == KernelThread.State.READY);
        assertTrue(machine.kernel.processor.stackIsSound());
    }

    private static int count(MessageSlot first, MessageSlot.State state, MessageQueue queue, int[] used) {
        int count = 0;
        for (MessageSlot slot = first; slot != null; slot = slot.next) {
            assertEquals(state, slot.state);
            assertEquals(queue, slot.queue);
            if (state != MessageSlot.State.FREE) {
                used[slot.connection.index]++;
            }
            count++;
        }
        return count;
    }
}
