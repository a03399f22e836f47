package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.SimulatedMemory;

/** Runs isolate code on HotSpot: raw memory becomes a {@link SimulatedMemory}, and system calls go to a test's model of the nucleus. */
public final class Simulation {
    private Simulation() {}

    /**
     * Starts afresh on the calling thread: empty raw memory, system calls answered by {@code gate}. Returns the memory.
     *
     * @param gate what answers
     * @return the memory
     */
    public static SimulatedMemory start(SystemCallGate gate) {
        SimulatedMemory memory = new SimulatedMemory().use().map(AddressSpaceLayout.RAW_MEMORY_START, AddressSpaceLayout.RAW_MEMORY_SIZE);
        IsolateState.reset();
        Nucleus.simulation = gate;
        return memory;
    }

    /**
     * Has {@code gate} answer system calls from now on, on whatever thread; it brings the memory and the {@link IsolateState} of each isolate itself.
     *
     * @param gate what answers
     */
    public static void answer(SystemCallGate gate) {
        Nucleus.simulation = gate;
    }
}
