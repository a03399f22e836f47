package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.abi.TraceRecord;
import org.bulkhead.nucleus.kernel.MessageSlot.Reply;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.Test;

/** Isolates that do arbitrary things, and a check after each of all that must always hold. */
class FuzzTest {
    private static final int STEPS = 250;
    private static final long FRAME = 0x000F_FFFF_FFFF_F000L;
    /** What the nucleus marks lent pages with, in a bit that the processor leaves alone. */
    private static final long LENT = 1L << 52;

    @Property(tries = 60)
    void noIsolateCanBreakTheNucleus(@ForAll long seed, @ForAll @IntRange(min = 0, max = 1) int fastPath) {
        Population population = new Population(seed, fastPath);
        Machine machine = population.machine;
        for (int step = 0; step < STEPS; step++) {
            population.step();
            check(machine);
        }
        for (Isolate isolate : population.isolates) {
            if (isolate.state != Isolate.State.FREE) {
                machine.kernel.deaths.end(isolate, DeathReason.EXIT, 0, 0);
                check(machine);
            }
        }
        Isolate supervisor = machine.supervisor();
        machine.kernel.calls.handles().close(supervisor, machine.handleTo(supervisor, HandleKind.MODULE));
        check(machine);
        assertEquals(machine.freeAtStart, machine.kernel.frames.free + supervisor.space.pages, "page frames were lost");
    }

    /** What is tried must also happen. */
    @Test
    void theIsolatesDoMoreThanFail() {
        Set<TraceEvent> events = EnumSet.noneOf(TraceEvent.class);
        Set<Long> endings = new HashSet<>();
        Set<Reply> served = EnumSet.noneOf(Reply.class);
        int mapped = 0;
        int transfers = 0;
        for (int seed = 0; seed < 60; seed++) {
            Population population = new Population(seed, 1);
            Trace trace = population.machine.kernel.deaths.trace();
            long sequence = 0;
            for (int step = 0; step < STEPS; step++) {
                population.step();
                mapped += Arrays.stream(population.machine.kernel.pools.slots).filter(slot -> slot.mapped[0] != 0).count();
                for (; trace.record(sequence) != 0; sequence++) {
                    Address record = Address.fromLong(trace.record(sequence));
                    TraceEvent event = TraceEvent.values()[record.loadChar(TraceRecord.EVENT)];
                    events.add(event);
                    if (event == TraceEvent.ENDED) {
                        endings.add(record.loadLong(TraceRecord.VALUE));
                        served.add(population.machine.kernel.pools.slots[record.loadChar(TraceRecord.SLOT)].reply);
                    }
                }
            }
            transfers += population.machine.hardware.outputs.stream().filter(each -> each.startsWith("0xc") && each.endsWith("=9")).count();
        }
        assertTrue(mapped > 0, "no lease was mapped");
        assertTrue(transfers > 0, "no transfer was started");
        assertEquals(EnumSet.allOf(TraceEvent.class), events);
        assertEquals(EnumSet.allOf(Reply.class), served);
        assertEquals(Set.of(0L, ErrorCode.DEADLINE.result, ErrorCode.CANCELLED.result, ErrorCode.REFUSED.result, ErrorCode.PEER_DIED_IN_SERVICE.result, ErrorCode.POISONED.result), endings);
    }

    /** Two runs that differ in the fast path alone come to the same: every event, every result of a system call, every message that arrived. */
    @Property(tries = 40)
    void theFastPathChangesNothing(@ForAll long seed) {
        List<String> with = history(seed, 1);
        List<String> without = history(seed, 0);
        for (int i = 0; i < STEPS; i++) {
            assertEquals(with.get(i), without.get(i), "step " + i);
        }
    }

    private static List<String> history(long seed, int fastPath) {
        Population population = new Population(seed, fastPath);
        Machine machine = population.machine;
        List<String> history = new ArrayList<>();
        long events = 0;
        for (int step = 0; step < STEPS; step++) {
            population.step();
            StringBuilder text = new StringBuilder();
            for (; machine.kernel.deaths.trace().record(events) != 0; events++) {
                Address record = Address.fromLong(machine.kernel.deaths.trace().record(events));
                for (int word = TraceRecord.EVENT; word < TraceRecord.SIZE; word += Long.BYTES) {
                    text.append(Long.toHexString(record.loadLong(word))).append(' ');
                }
            }
            for (Isolate isolate : population.isolates) {
                text.append(isolate.thread.state).append(isolate.thread.priority).append(isolate.pendingBits).append(' ');
                if (isolate.state != Isolate.State.FREE) {
                    text.append(Machine.result(isolate)).append(' ');
                    long message = isolate.space.peek(MESSAGE);
                    for (int word = 0; message != 0 && word < MessageLayout.SIZE; word += Long.BYTES) {
                        text.append(Long.toHexString(Address.fromLong(message).loadLong(word))).append(' ');
                    }
                }
            }
            history.add(text.toString());
        }
        return history;
    }

    private static final int MEMBERS = 4;

    /** Four isolates, of which each but the last serves a queue that the next one and the last one use; whoever dies is started anew. */
    private static final class Population {
        final Machine machine = new Machine();
        final Random random;
        final List<Isolate> isolates = new ArrayList<>();
        private final long[] queues = new long[MEMBERS - 1];

        Population(long seed, int fastPath) {
            random = new Random(seed);
            machine.kernel.calls.sending().fastPath(fastPath);
            for (int i = 0; i < queues.length; i++) {
                queues[i] = machine.queue(4, i + 1);
            }
            for (int i = 0; i < MEMBERS; i++) {
                isolates.add(start(i));
            }
        }

        private Isolate start(int i) {
            Machine.Spec spec = new Machine.Spec();
            spec.rank = i + 1;
            spec.priority = i;
            spec.quota = 24;
            spec.module = module();
            Isolate isolate = machine.start(spec);
            machine.grant(isolate, GrantKind.LOAD, 0, 0);
            for (int queue = 0; queue < queues.length; queue++) {
                if (queue == i) {
                    machine.serve(isolate, queues[queue]);
                    machine.grant(isolate, GrantKind.INTERRUPT, 9 + i, i);
                    machine.grant(isolate, GrantKind.PORTS, 0x300 + 16 * i, 8);
                    machine.grant(isolate, GrantKind.DEVICE_WINDOW, 0xB_0000 + 0x4000 * i, 0x2000);
                    machine.grant(isolate, GrantKind.DMA, 0xC000 + 8 * i, 4096 * (i + 1));
                } else if (i == queue + 1) {
                    machine.connect(isolate, queues[queue], 2, i);
                } else if (i == MEMBERS - 1) {
                    machine.connect(isolate, queues[queue], 1, i);
                }
            }
            return isolate;
        }

        /** Returns a module of the supervisor's with a page of each kind, whose handle the next one closes; its isolate keeps it. */
        private long module() {
            Isolate supervisor = machine.supervisor();
            for (Handle handle : supervisor.handles.entries) {
                if (handle.kind == HandleKind.MODULE) {
                    machine.callAs(supervisor, SystemCall.CLOSE, handle.number());
                }
            }
            long module = machine.callAs(supervisor, SystemCall.MODULE_CREATE);
            for (int kind = SystemCall.MODULE_CODE; kind <= SystemCall.MODULE_DATA; kind++) {
                machine.callAs(supervisor, SystemCall.MODULE_PAGE, module, AddressSpaceLayout.MODULE_START + 4096 * kind, kind, MESSAGE & -4096);
            }
            machine.callAs(supervisor, SystemCall.MODULE_SEAL, module);
            return module;
        }

        void step() {
            Isolate supervisor = machine.supervisor();
            if (supervisor.thread.state == KernelThread.State.READY) {
                for (Handle handle : supervisor.handles.entries) {
                    if (handle.index > 0 && handle.kind == HandleKind.ISOLATE && handle.isStale()) {
                        machine.callAs(supervisor, SystemCall.CLOSE, handle.number());
                    }
                }
                for (int i = 0; i < MEMBERS; i++) {
                    if (isolates.get(i).state == Isolate.State.FREE) {
                        isolates.set(i, start(i));
                    }
                }
                machine.callAs(supervisor, SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, Machine.FOREVER);
            }
            switch (random.nextInt(40)) {
                case 0, 1, 2 -> machine.pass(1 + random.nextInt(4));
                case 3, 4 -> machine.kernel.interrupt(32 + 1 + random.nextInt(15), 0);
                case 5 -> {
                    if (machine.current() != null && machine.current().isolate != supervisor) {
                        machine.pageFault(address(random), random.nextInt(8));
                    }
                }
                case 6 -> {
                    Isolate isolate = isolates.get(random.nextInt(MEMBERS));
                    if (isolate.state != Isolate.State.FREE && random.nextInt(2) == 0) {
                        machine.kernel.deaths.end(isolate, DeathReason.KILLED, 0, 0);
                    }
                }
                default -> {
                    Isolate isolate = isolates.get(random.nextInt(MEMBERS));
                    if (isolate.thread.state == KernelThread.State.READY) {
                        act(isolate);
                    }
                }
            }
        }

        private void act(Isolate isolate) {
            long token = isolate.space.peek(MESSAGE) == 0 ? 0 : Machine.token(isolate);
            fill(isolate, random);
            machine.become(isolate);
            if (random.nextInt(3) > 0) {
                sensible(isolate, token);
                return;
            }
            int number = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(SystemCall.COUNT + 2);
            // Endings would leave little to test.
            if (number != SystemCall.EXIT && number != SystemCall.ABORT || random.nextInt(20) == 0) {
                machine.call(number, argument(machine, random), argument(machine, random), argument(machine, random), argument(machine, random), argument(machine, random));
            }
        }

        /** A call that may well succeed. */
        private void sensible(Isolate isolate, long token) {
            long deadline = random.nextInt(3) > 0 ? Machine.FOREVER : machine.nanoseconds() + random.nextInt(5_000_000);
            long list = random.nextInt(3) > 0 ? 0 : Machine.TRANSFERS;
            if (list == 0) {
                Machine.compose(isolate, random.nextInt(100), random.nextLong(), 0, random.nextInt(2));
            }
            long connection = any(isolate, HandleKind.CONNECTION);
            switch (random.nextInt(24)) {
                case 20 -> machine.call(SystemCall.MODULE_CREATE);
                case 21, 22 -> machine.call(SystemCall.MODULE_PAGE, any(isolate, HandleKind.MODULE), page(), SystemCall.MODULE_CODE + random.nextInt(3), MESSAGE & -4096);
                case 23 -> machine.call(random.nextInt(3) > 0 ? SystemCall.MODULE_SEAL : SystemCall.CLOSE, any(isolate, HandleKind.MODULE));
                case 0, 1 -> machine.call(SystemCall.CALL, connection, MESSAGE, list, deadline);
                case 2 -> machine.call(SystemCall.SEND, connection, MESSAGE, list);
                case 3, 4 -> machine.call(SystemCall.SUBMIT, connection, MESSAGE, list, deadline, random.nextInt(64));
                case 5, 6, 7 -> machine.call(SystemCall.RECEIVE, random.nextInt(4) > 0 ? 0 : any(isolate, HandleKind.SERVED_QUEUE), MESSAGE, deadline);
                case 8 -> machine.call(SystemCall.REPLY, token, MESSAGE, list);
                case 9, 10 -> machine.call(SystemCall.REPLY_AND_RECEIVE, token, MESSAGE, 0, deadline, list);
                case 11 -> machine.call(random.nextBoolean() ? SystemCall.REFUSE : SystemCall.AWAIT_CREDIT, random.nextBoolean() ? token : connection, random.nextInt(64));
                case 12 -> machine.call(random.nextInt(3) > 0 ? SystemCall.COLLECT : SystemCall.CANCEL, submission(isolate), MESSAGE);
                case 13, 14, 15 -> map(isolate);
                case 16 -> machine.call(SystemCall.DMA_READY, any(isolate, HandleKind.DMA));
                case 17 -> machine.call(random.nextInt(4) > 0 ? SystemCall.DMA_START : SystemCall.DMA_STOP, any(isolate, HandleKind.DMA), random.nextInt(2), 2 * random.nextInt(2000), 2 * random.nextInt(100));
                case 18 -> machine.call(SystemCall.RELEASE_MEMORY, AddressSpaceLayout.HEAP_START + 4096 * (2 + random.nextInt(4)), 4096 * random.nextInt(4));
                default -> machine.call(random.nextBoolean() ? SystemCall.LEASE_READ : SystemCall.LEASE_WRITE, token, random.nextInt(2), random.nextInt(50), MESSAGE, random.nextInt(50));
            }
        }

        /** Returns where a page of a module may go, or not. */
        private long page() {
            long[] places = {AddressSpaceLayout.MODULE_START, Machine.METADATA, Machine.DATA, Machine.CODE, AddressSpaceLayout.MODULE_END - 4096};
            return places[random.nextInt(places.length)] + 4096 * random.nextInt(2);
        }

        /** Maps something that was lent, if anything was. */
        private void map(Isolate isolate) {
            for (MessageSlot slot : machine.kernel.pools.slots) {
                if (slot.state == MessageSlot.State.IN_SERVICE && slot.queue.server == isolate && slot.lent > 0) {
                    int lease = random.nextInt(slot.lent);
                    machine.call(SystemCall.LEASE_MAP, slot.token(), lease, slot.leaseKind[lease], slot.leaseLength[lease]);
                    return;
                }
            }
        }

        private long any(Isolate isolate, HandleKind kind) {
            List<Handle> found = Arrays.stream(isolate.handles.entries).filter(entry -> entry.kind == kind).toList();
            return found.isEmpty() ? 0 : found.get(random.nextInt(found.size())).number();
        }

        private long submission(Isolate isolate) {
            List<MessageSlot> found = Arrays.stream(machine.kernel.pools.slots).filter(slot -> slot.isSubmissionOf(isolate)).toList();
            return found.isEmpty() ? 0 : found.get(random.nextInt(found.size())).submission;
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
            boolean wholePages = random.nextBoolean();
            if (wholePages) {
                Machine.store(isolate, entry, 2 + random.nextInt(2));
            }
            Machine.store(isolate, entry + MessageLayout.TRANSFER_ADDRESS, wholePages ? AddressSpaceLayout.HEAP_START + 4096 * (2 + random.nextInt(4)) : address(random));
            Machine.store(isolate, entry + MessageLayout.TRANSFER_LENGTH, wholePages ? 4096 * random.nextInt(4) : random.nextInt(100));
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
        switch (random.nextInt(7)) {
            case 6:
                return AddressSpaceLayout.WINDOWS_START + random.nextInt((int) (AddressSpaceLayout.HEAP_START - AddressSpaceLayout.WINDOWS_START));
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

    /** Returns how many pages of an isolate in a range have all of {@code bits} set in their entries. */
    private static int pages(Isolate isolate, long from, long to, long bits) {
        int count = 0;
        for (long page = from; isolate.state != Isolate.State.FREE && page < to; page += 4096) {
            count += (Machine.pageEntry(isolate, page) & bits) == bits ? 1 : 0;
        }
        return count;
    }

    /** A page that an isolate sees of another is marked there, and both are so exactly as long as the request is served. */
    private static void checkLeases(Machine machine) {
        int mapped = 0;
        for (MessageSlot slot : machine.kernel.pools.slots) {
            for (int i = 0; i < MessageLayout.TRANSFER_LIMIT; i++) {
                if (slot.mapped[i] != 0) {
                    assertEquals(MessageSlot.State.IN_SERVICE, slot.state);
                    for (long done = 0; done < slot.leaseLength[i]; done += 4096) {
                        long lent = Machine.pageEntry(slot.sender.isolate, slot.leaseAddress[i] + done);
                        assertEquals(lent & FRAME, Machine.pageEntry(slot.queue.server, slot.mapped[i] + done) & FRAME);
                        assertEquals(LENT, lent & LENT);
                        mapped++;
                    }
                }
            }
        }
        int lent = 0;
        int seen = 0;
        for (Isolate isolate : machine.kernel.pools.isolates) {
            lent += pages(isolate, AddressSpaceLayout.HEAP_START, AddressSpaceLayout.HEAP_START + 20 * 4096, LENT);
            for (long place = AddressSpaceLayout.LEASES_START; place < AddressSpaceLayout.LEASES_START + 256 * AddressSpaceLayout.LEASE_SIZE; place += AddressSpaceLayout.LEASE_SIZE) {
                seen += pages(isolate, place, place + 4096, 1) == 0 ? 0 : pages(isolate, place, place + AddressSpaceLayout.LEASE_SIZE, 1);
            }
        }
        assertEquals(mapped, lent);
        assertEquals(mapped, seen);
    }

    /** What must hold between any two visits to the nucleus. */
    private static void check(Machine machine) {
        Pools pools = machine.kernel.pools;
        checkLeases(machine);
        int slotsInQueues = 0;
        int[] used = new int[Pools.CONNECTIONS];
        for (MessageQueue queue : pools.queues) {
            slotsInQueues += queue.capacity;
            int queued = count(items(queue.queued), MessageSlot.State.QUEUED, queue, used);
            int inService = count(items(queue.inService), MessageSlot.State.IN_SERVICE, queue, used);
            int ended = 0;
            for (MessageSlot slot : pools.slots) {
                if (slot.state == MessageSlot.State.ENDED && slot.queue == queue && slot.connection.isOnline()) {
                    ended++;
                }
            }
            assertEquals(queue.capacity - queued - inService - ended, count(free(queue), MessageSlot.State.FREE, queue, used));
            assertTrue(queue.reserved <= queue.capacity, "more credits than slots");
            assertTrue(inService == 0 || queue.server != null, "in service with nobody");
        }
        int[] submitted = new int[Pools.ISOLATES];
        int left = 0;
        for (MessageSlot slot : pools.slots) {
            if (slot.state == MessageSlot.State.ENDED) {
                assertEquals(MessageSlot.Reply.COLLECTED, slot.reply);
                assertFalse(slot.timer.isLinked());
                used[slot.connection.index]++;
                left += slot.connection.isOnline() ? 0 : 1;
            }
            if (slot.state != MessageSlot.State.FREE && slot.reply == MessageSlot.Reply.COLLECTED) {
                assertTrue(slot.sender.isolate.state != Isolate.State.FREE, "submitted by nobody");
                submitted[slot.sender.isolate.index]++;
            } else {
                assertTrue(slot.reply == MessageSlot.Reply.AWAITED && slot.state != MessageSlot.State.FREE || !slot.timer.isLinked(), "a deadline of nobody");
            }
        }
        assertEquals(Pools.SLOTS, slotsInQueues + pools.freeSlotCount + left);
        for (Connection connection : pools.connections) {
            assertEquals(used[connection.index], connection.used);
            assertTrue(connection.used <= connection.credits);
            assertTrue(connection.references >= 0);
        }
        checkModules(pools);
        for (Isolate isolate : pools.isolates) {
            boolean calling = isolate.thread.state == KernelThread.State.CALLING;
            assertEquals(calling, isolate.thread.slot != null);
            assertTrue(!calling || isolate.thread.slot.sender == isolate.thread && isolate.thread.slot.reply == MessageSlot.Reply.AWAITED);
            assertEquals(submitted[isolate.index], isolate.submitted);
            assertTrue(isolate.state != Isolate.State.FREE || isolate.space.pages == 0 && isolate.thread.state == KernelThread.State.STOPPED && isolate.served.isEmpty());
            assertTrue(isolate.state != Isolate.State.FREE || Arrays.stream(isolate.timers).noneMatch(Timer::isLinked));
            assertTrue(isolate.thread.priority >= isolate.thread.basePriority);
        }
        assertTrue(machine.current() == null || machine.current().state == KernelThread.State.READY);
        assertTrue(machine.kernel.processor.stackIsSound());
    }

    private static void checkModules(Pools pools) {
        int[] references = new int[Pools.MODULES];
        references[0] = 1;
        for (Isolate isolate : pools.isolates) {
            count(isolate.handles, references);
            if (isolate.state != Isolate.State.FREE) {
                references[isolate.module.index]++;
            }
        }
        for (MessageSlot slot : pools.slots) {
            count(slot.cargo, references);
        }
        for (Module module : pools.modules) {
            assertEquals(references[module.index], module.references, "references to module " + module.index);
            assertEquals(module.state == Module.State.FREE, module.references == 0);
            assertTrue(module.state != Module.State.FREE || module.space.pages == 0, "pages of nobody");
        }
    }

    private static void count(HandleTable table, int[] references) {
        for (Handle handle : table.entries) {
            if (handle.kind == HandleKind.MODULE) {
                references[handle.object.index]++;
            }
        }
    }

    private static List<MessageSlot> items(OrderedList<MessageSlot> list) {
        List<MessageSlot> items = new ArrayList<>();
        for (MessageSlot slot = list.first(); slot != null; slot = list.after(slot)) {
            assertTrue(items.isEmpty() || items.get(items.size() - 1).key <= slot.key, "out of order");
            items.add(slot);
        }
        return items;
    }

    private static List<MessageSlot> free(MessageQueue queue) {
        List<MessageSlot> items = new ArrayList<>();
        for (MessageSlot slot = queue.free; slot != null; slot = slot.next) {
            items.add(slot);
        }
        return items;
    }

    private static int count(List<MessageSlot> slots, MessageSlot.State state, MessageQueue queue, int[] used) {
        int count = 0;
        for (MessageSlot slot : slots) {
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
