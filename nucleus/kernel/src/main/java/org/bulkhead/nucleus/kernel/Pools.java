package org.bulkhead.nucleus.kernel;

import java.util.Arrays;
import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;

/** All kernel objects there can ever be. Taking one from an empty pool gives null, which is the caller's NO_RESOURCE. */
public final class Pools {
    public static final int ISOLATES = 32;
    public static final int QUEUES = 64;
    /** A power of two. */
    public static final int SLOTS = 512;
    public static final int CONNECTIONS = 128;
    public static final int CHANNELS = 4;
    public static final int MODULES = 32;
    /** Regions of kept memory; the first is the supervisor's. */
    static final int KEPT_REGIONS = 2;

    public final Isolate[] isolates = new Isolate[ISOLATES];
    public final MessageQueue[] queues = new MessageQueue[QUEUES];
    public final MessageSlot[] slots = new MessageSlot[SLOTS];
    public final Connection[] connections = new Connection[CONNECTIONS];
    public final DmaChannel[] channels = new DmaChannel[CHANNELS];
    public final Module[] modules = new Module[MODULES];
    public final InterruptLine[] lines = new InterruptLine[InterruptController.LINES];
    /** Slots that no queue has. */
    public MessageSlot freeSlots;
    public int freeSlotCount;
    /** A page in which the nucleus looks at what an isolate passed, or puts together what it hands out. Free again at the end of every operation. */
    public long scratch;
    /** Physical address of the kept memory: what isolates write there their successors find. */
    long kept;
    /** Most page frames of all modules together. */
    long modulePageLimit;
    /** Why the sending of a message has just been refused. */
    long refusal;

    /** Makes all objects. */
    public Pools(Hardware hardware, PageFrames frames) {
        Arrays.setAll(isolates, i -> new Isolate(i, new AddressSpace(hardware, frames, i + 1, PageEntry.OWNED)));
        Arrays.setAll(modules, i -> new Module(i, new AddressSpace(hardware, frames, ISOLATES + i + 1, i == 0 ? PageEntry.OF_IMAGE : PageEntry.OF_MODULE), this));
        modules[0].state = Module.State.SEALED;
        modules[0].references = 1;
        Arrays.setAll(queues, MessageQueue::new);
        Arrays.setAll(connections, Connection::new);
        Arrays.setAll(channels, i -> new DmaChannel(i, hardware));
        Arrays.setAll(lines, InterruptLine::new);
        for (int i = SLOTS - 1; i >= 0; i--) {
            slots[i] = new MessageSlot(i);
            release(slots[i]);
        }
    }

    /** Gives every slot the memory for its message, every channel its buffer, and takes the page for {@link #scratch}. */
    public void useMemory(PageFrames frames) {
        long memory = Window.at(frames.allocateForEver(SLOTS * MessageLayout.SIZE / Window.PAGE));
        for (int i = 0; i < SLOTS; i++) {
            slots[i].memory = memory + (long) i * MessageLayout.SIZE;
        }
        scratch = Window.at(frames.allocateForEver(1));
        modulePageLimit = frames.free / 2;
        kept = frames.allocateForEver(KEPT_REGIONS * (int) (AddressSpaceLayout.KEPT_SIZE / Window.PAGE));
        for (DmaChannel channel : channels) {
            channel.useMemory(frames);
        }
    }

    /** Takes a slot that belongs to no queue any more. */
    void release(MessageSlot slot) {
        slot.state = MessageSlot.State.FREE;
        slot.queue = null;
        slot.next = freeSlots;
        freeSlots = slot;
        freeSlotCount++;
    }

    /** Returns an object of a pool that is free, or null. */
    static <T extends KernelObject> T free(T[] pool) {
        for (T object : pool) {
            if (object.isFree()) return object;
        }
        return null;
    }

    /** Returns how many page frames all modules have together, the image apart. */
    long modulePages() {
        long pages = 0;
        for (int i = 1; i < MODULES; i++) {
            pages += modules[i].space.pages;
        }
        return pages;
    }

    /** Returns the DMA channel with these ports, else one that is none yet, or null. */
    public DmaChannel channel(int port) {
        DmaChannel free = null;
        for (DmaChannel channel : channels) {
            if (channel.port == port) return channel;
            free = channel.port == 0 ? channel : free;
        }
        return free;
    }
}
