package org.bulkhead.nucleus.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.kernel.hardware.KernelLog;
import org.bulkhead.nucleus.kernel.memory.PageFrames;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.junit.jupiter.api.Test;

/** Frames, handles and queues against plain models of them. */
class PoolsModelTest {
    private static final long TABLE = 0x4_0000;

    private static PageFrames frames() {
        new SimulatedMemory().use().map(AddressSpaceLayout.PHYSICAL_WINDOW, DumpLayout.PLACE + DumpLayout.SIZE);
        SimulatedHardware hardware = new SimulatedHardware();
        PageFrames frames = new PageFrames(new KernelLog(hardware));
        frames.open(TABLE);
        frames.add(0x1001, 0x9FFF);
        frames.add(0x10000, 0x40000);
        frames.setOwners(0x18800, 0x1A000, PageFrames.NUCLEUS);
        return frames;
    }

    @Property(tries = 200)
    void framesBelongToOneOwnerAtATime(@ForAll @Size(max = 120) List<@IntRange(min = 0, max = 7) Integer> operations) {
        PageFrames frames = frames();
        Map<Long, Integer> owned = new HashMap<>();
        long total = frames.free;
        assertEquals(7 + 48 - 2, total, "whole usable frames, less the hole");
        for (int operation : operations) {
            if (operation < 5) {
                long frame = frames.allocate(operation + 1);
                assertEquals(total == owned.size(), frame == 0);
                if (frame != 0) {
                    assertFalse(owned.containsKey(frame), "given out twice");
                    assertFalse(frame >= 0x18000 && frame < 0x1A000, "reserved");
                    assertEquals(0, Window.load(frame), "zeroed");
                    Window.store(frame, -1);
                    owned.put(frame, operation + 1);
                }
            } else if (!owned.isEmpty()) {
                long frame = owned.keySet().iterator().next();
                frames.free(frame, owned.remove(frame));
            }
            assertEquals(total - owned.size(), frames.free);
        }
        owned.forEach((frame, owner) -> assertEquals(owner, frames.owner(frame)));
        if (operations.size() < total - 5) {
            long forEver = frames.allocateForEver(5);
            for (long frame = forEver; frame < forEver + 5 * Window.PAGE; frame += Window.PAGE) {
                assertEquals(PageFrames.NUCLEUS, frames.owner(frame));
                assertFalse(owned.containsKey(frame), "given out twice");
            }
            assertEquals(total - owned.size() - 5, frames.free);
        }
    }

    @Test
    void whatIsPassedOverForAnAlignmentStaysFree() {
        PageFrames frames = frames();
        long total = frames.free;
        assertEquals(0x3_F000, frames.allocateForEver(1));
        assertEquals(0x3_8000, frames.allocateForEver(3, 0x8000));
        assertEquals(0x3_B000, frames.allocateForEver(4), "between the two");
        assertEquals(0x2_0000, frames.allocateForEver(2, 0x2_0000));
        assertEquals(0x3_0000, frames.allocateForEver(3, 0x1_0000));
        assertEquals(0x1_0000, frames.allocateForEver(8, 0x1_0000), "up to what is reserved");
        assertEquals(total - 21, frames.free);
    }

    @Test
    void memoryIsKnownFromWhatIsNone() {
        PageFrames frames = frames();
        assertTrue(frames.hasMemory(0x9000, 0x1_1000));
        assertTrue(frames.hasMemory(0x1_8000, 0x1_9000), "reserved memory is memory");
        assertFalse(frames.hasMemory(0xA000, 0x1_0000));
        assertFalse(frames.hasMemory(0x4_0000, Window.PHYSICAL_LIMIT));
    }

    @Test
    void aFrameFreedTwiceOrByAnotherStopsTheMachine() {
        PageFrames frames = frames();
        long frame = frames.allocate(3);
        assertThrows(SimulatedHardware.Stopped.class, () -> frames.free(frame, 4));
        frames.free(frame, 3);
        assertThrows(SimulatedHardware.Stopped.class, () -> frames.free(frame, 3));
    }

    @Property(tries = 200)
    void handlesAreFoundUntilTheyAreClosed(@ForAll @Size(max = 200) List<@IntRange(min = 0, max = 9) Integer> operations) {
        HandleTable table = new HandleTable(HandleTable.SIZE);
        Connection object = new Connection(0);
        List<Integer> open = new ArrayList<>();
        Set<Integer> closed = new HashSet<>();
        for (int operation : operations) {
            if (operation < 7 && table.hasRoomFor(1)) {
                int handle = table.add(HandleKind.CONNECTION, object, 3, 0, 0).number();
                assertFalse(closed.contains(handle), "a handle comes back to life");
                open.add(handle);
            } else if (!open.isEmpty()) {
                int handle = open.remove(operation % open.size());
                table.remove(table.find(handle));
                closed.add(handle);
            }
            assertEquals(open.size(), table.used);
            open.forEach(handle -> assertEquals(handle & 0xFF, table.find(handle).index));
            closed.forEach(handle -> assertNull(table.find(handle)));
        }
        assertNull(table.find(-1));
        assertEquals(ErrorCode.BAD_HANDLE, table.refusal);
        assertNull(table.find(64));
        assertEquals(ErrorCode.BAD_HANDLE, table.refusal);
    }

    private record Queued(MessageSlot slot, int priority, int order) {}

    @Property(tries = 300)
    void queuesKeepPriorityThenOrder(@ForAll @Size(max = 150) List<@IntRange(min = 0, max = 14) Integer> operations) {
        MessageQueue queue = new MessageQueue(0);
        for (int i = 0; i < 6; i++) {
            MessageSlot slot = new MessageSlot(i);
            slot.queue = queue;
            slot.next = queue.free;
            queue.free = slot;
        }
        List<Queued> queued = new ArrayList<>();
        List<Queued> inService = new ArrayList<>();
        List<MessageSlot> ended = new ArrayList<>();
        Set<Long> tokens = new HashSet<>();
        int order = 0;
        for (int operation : operations) {
            if (operation < 8 && queue.free != null) {
                MessageSlot slot = queue.free;
                slot.priority = operation;
                queue.accept(slot);
                queue.enqueue(slot);
                queued.add(new Queued(slot, operation, order++));
            } else if (operation < 10 && !queued.isEmpty()) {
                Queued next = queued.remove(0);
                queue.begin(next.slot());
                assertTrue(tokens.add(next.slot().token()), "a token was used twice");
                inService.add(next);
            } else if (operation == 10 && !inService.isEmpty()) {
                Queued again = inService.remove(0);
                queue.enqueue(again.slot());
                queued.add(again);
            } else if (operation == 11 && !inService.isEmpty()) {
                ended.add(inService.remove(inService.size() / 2).slot());
                queue.end(ended.get(ended.size() - 1));
            } else if (operation > 11 && operation < 14 && !queued.isEmpty()) {
                ended.add(queued.remove(queued.size() / 2).slot());
                queue.end(ended.get(ended.size() - 1));
            } else if (operation == 14 && !ended.isEmpty()) {
                queue.release(ended.remove(0));
            }
            queued.sort(Comparator.comparingInt((Queued entry) -> -entry.priority()).thenComparingInt(Queued::order));
            MessageSlot slot = queue.queued.first();
            for (Queued entry : queued) {
                assertSame(entry.slot(), slot);
                slot = queue.queued.after(slot);
            }
            assertNull(slot, "no more than those");
            assertEquals(inService.size(), Machine.length(queue.inService));
            assertEquals(queued.size() + inService.size() + ended.size() == 6, queue.free == null);
        }
    }
}
