package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.Supervising;

/** What the nucleus has left, and what all isolates have: the same before and after a case, or something was lost. */
record Inventory(int isolates, int queues, int slots, int connections, long frames) {
    static Inventory now() {
        for (;;) {
            MemoryInfo memory = Supervising.memory();
            long frames = memory.freeFrames();
            int index = 0;
            for (IsolateInfo isolate = Supervising.isolate(0); isolate != null; isolate = Supervising.isolate(++index)) {
                frames += isolate.pages();
            }
            // Counting takes memory too: what was counted while a page was taken does not add up.
            if (Supervising.memory().freeFrames() == memory.freeFrames()) {
                return new Inventory(memory.freeIsolates(), memory.freeQueues(), memory.freeSlots(), memory.freeConnections(), frames);
            }
        }
    }

    /** Throws unless all is as it was. */
    void expect(Inventory later) {
        Failure.unlessEqual("free isolates afterwards", isolates, later.isolates);
        Failure.unlessEqual("free queues afterwards", queues, later.queues);
        Failure.unlessEqual("free slots afterwards", slots, later.slots);
        Failure.unlessEqual("free connections afterwards", connections, later.connections);
        Failure.unlessEqual("page frames afterwards", frames, later.frames);
    }
}
