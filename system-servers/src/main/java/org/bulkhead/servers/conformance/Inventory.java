package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.Supervising;

/** What the nucleus has left, and what all isolates have: the same before and after a case, or something was lost. */
record Inventory(int isolates, int queues, int slots, int connections, int modules, long frames) {
    static Inventory now() {
        MemoryInfo memory = Supervising.memory();
        return new Inventory(memory.freeIsolates(), memory.freeQueues(), memory.freeSlots(), memory.freeConnections(), memory.freeModules(), memory.frames());
    }

    /** Throws unless all is as it was. */
    void expect(Inventory later) {
        Failure.unlessEqual("free isolates afterwards", isolates, later.isolates);
        Failure.unlessEqual("free queues afterwards", queues, later.queues);
        Failure.unlessEqual("free slots afterwards", slots, later.slots);
        Failure.unlessEqual("free connections afterwards", connections, later.connections);
        Failure.unlessEqual("free modules afterwards", modules, later.modules);
        Failure.unlessEqual("page frames afterwards", frames, later.frames);
    }
}
