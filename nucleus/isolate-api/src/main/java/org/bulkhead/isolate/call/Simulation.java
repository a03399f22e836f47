package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.SimulatedMemory;

/** Runs isolate code on HotSpot: raw memory becomes a {@link SimulatedMemory}, and system calls go to a test's model of the nucleus. */
public final class Simulation {
    private Simulation() {}

    /** Starts afresh on the calling thread: empty raw memory, system calls answered by {@code gate}. Returns the memory. */
    public static SimulatedMemory start(SystemCallGate gate) {
        SimulatedMemory memory = new SimulatedMemory().use().map(AddressSpaceLayout.RAW_MEMORY_START, AddressSpaceLayout.RAW_MEMORY_SIZE);
        RawMemory.reset();
        Log.reset();
        Records.reset();
        Notifications.reset();
        Nucleus.simulate(gate);
        return memory;
    }
}
