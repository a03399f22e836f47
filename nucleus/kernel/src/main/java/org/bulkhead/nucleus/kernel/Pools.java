package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.kernel.hardware.Hardware;
import org.bulkhead.nucleus.kernel.hardware.InterruptController;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.nucleus.kernel.memory.PageFrames;
import org.bulkhead.nucleus.kernel.memory.SharedTables;
import org.bulkhead.nucleus.kernel.memory.Window;

/** All kernel objects there can ever be. Taking one from an empty pool gives null, which is the caller's NO_RESOURCE. */
public final class Pools {
    public static final int ISOLATES = 32, QUEUES = 64, SLOTS = 512, CONNECTIONS = 128, TIMERS = 64;

    public final Isolate[] isolates = new Isolate[ISOLATES];
    public final MessageQueue[] queues = new MessageQueue[QUEUES];
    public final MessageSlot[] slots = new MessageSlot[SLOTS];
    public final Connection[] connections = new Connection[CONNECTIONS];
    public final Timer[] timers = new Timer[TIMERS];
    public final InterruptLine[] lines = new InterruptLine[InterruptController.LINES];
    private MessageSlot freeSlots;
    private int freeSlotCount;

    /** Makes all objects. */
    public Pools(Hardware hardware, PageFrames frames, SharedTables shared) {
        for (int i = 0; i < ISOLATES; i++) isolates[i] = new Isolate(i, new AddressSpace(hardware, frames, shared, i + 1));
        for (int i = 0; i < QUEUES; i++) queues[i] = new MessageQueue(i);
        for (int i = SLOTS - 1; i >= 0; i--) {
            slots[i] = new MessageSlot(i);
            giveBack(slots[i]);
        }
        for (int i = 0; i < CONNECTIONS; i++) connections[i] = new Connection(i);
        for (int i = 0; i < TIMERS; i++) timers[i] = new Timer(null, null);
        for (int i = 0; i < lines.length; i++) lines[i] = new InterruptLine(i);
    }

    /** Gives every slot the memory for its message. */
    public void useMemory(PageFrames frames) {
        long memory = Window.at(frames.allocateForEver(SLOTS * MessageLayout.SIZE / Window.PAGE));
        for (int i = 0; i < SLOTS; i++) slots[i].memory = memory + (long) i * MessageLayout.SIZE;
    }

    /** Returns a free isolate, or null. */
    public Isolate freeIsolate() {
        for (int i = 0; i < ISOLATES; i++) {
            if (isolates[i].state == IsolateState.FREE) return isolates[i];
        }
        return null;
    }

    /** Returns a queue that does not exist yet, or null. */
    public MessageQueue freeQueue() {
        for (int i = 0; i < QUEUES; i++) {
            if (queues[i].owner == null) return queues[i];
        }
        return null;
    }

    /** Returns a free connection, or null. */
    public Connection freeConnection() {
        for (int i = 0; i < CONNECTIONS; i++) {
            if (connections[i].isFree()) return connections[i];
        }
        return null;
    }

    /** Returns a free timer, or null. */
    public Timer freeTimer() {
        for (int i = 0; i < TIMERS; i++) {
            if (timers[i].isolate == null) return timers[i];
        }
        return null;
    }

    /** Returns how many slots no queue has. */
    public int freeSlotCount() { return freeSlotCount; }

    /** Takes a slot; there must be one. */
    public MessageSlot takeSlot() {
        MessageSlot slot = freeSlots;
        freeSlots = slot.next;
        freeSlotCount--;
        return slot;
    }

    /** Takes a slot back. */
    public void giveBack(MessageSlot slot) {
        slot.next = freeSlots;
        freeSlots = slot;
        freeSlotCount++;
    }
}
