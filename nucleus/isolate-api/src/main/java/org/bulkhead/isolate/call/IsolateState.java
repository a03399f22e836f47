package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.Inline;

/**
 * What this package keeps for one isolate. In an image every isolate has one, since static fields are its own; on HotSpot several isolates share the static fields, and whoever simulates them
 * says through {@link SystemCallGate#state} whose state counts now.
 */
public final class IsolateState {
    private static IsolateState own = new IsolateState();

    /** Raw memory that has not been given out begins here. */
    long nextRaw = AddressSpaceLayout.RAW_MEMORY_START;
    /** Notification bits that have arrived and that nobody has taken. */
    long arrived;
    /** What a wait for notifications receives into, or null. */
    RawBuffer received;
    /** What the nucleus leaves a record in that is read at once, or null. */
    RawBuffer record;
    /** What the log's lines are put together in, or null. */
    RawBuffer line;

    /** Makes the state of an isolate that has not begun. */
    public IsolateState() {}

    /** Returns the state of the isolate that runs. */
    @Inline
    static IsolateState current() {
        SystemCallGate simulation = Nucleus.simulation;
        return simulation == null ? own : simulation.state();
    }

    /** Returns the state of the only isolate. */
    static IsolateState only() {
        return own;
    }

    /** Begins the only isolate afresh, for the next test. */
    static void reset() {
        own = new IsolateState();
    }
}
