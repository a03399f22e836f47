package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;

/** An isolate: an address space, a handle table, a thread, and its share of everything else. */
public final class Isolate {
    /** Ranges of ports that an isolate can have. */
    public static final int PORT_RANGES = 8;

    /** Index in the pool. */
    public final int index;
    public final AddressSpace space;
    public final HandleTable handles = new HandleTable(HandleTable.SIZE);
    public final KernelThread thread;

    /** Rises when the isolate dies. */
    public int generation = 1;
    public IsolateState state = IsolateState.FREE;
    public int program, incarnation, rank;
    /** Physical address of the page with the thread's context and the isolate's record. */
    public long contextFrame;

    /** The isolate that is told of the death: index, generation, bit. */
    public int parent;
    public int parentGeneration, deathBit;

    /** Notification bits that have not been received. */
    public long pendingBits;
    /** First of the timers that it has set. */
    public Timer timers;

    /** First queue that it serves, chained by {@link MessageQueue#nextServed}. */
    public MessageQueue served;
    /** Slots of the queues that it owns. */
    public int ownedSlots;
    /** Malformed requests that it sent. */
    public int refusals;

    /** Ports: first and number; number 0 = no range. */
    public final int[] firstPort = new int[PORT_RANGES];
    public final int[] portCount = new int[PORT_RANGES];
    public int portRanges;

    // Processor time, in ticks of the time-stamp counter.
    public long budgetPerPeriod, usedThisPeriod, usedSinceReceive, usedInAll;
    /** Longest run without receiving, 0 = no limit. */
    public long runLimit;
    /** Longest service of a request, 0 = no limit. */
    public long requestLimit;
    public int overruns;

    public Isolate(int index, AddressSpace space) {
        this.index = index;
        this.space = space;
        this.thread = new KernelThread(this);
    }

    /** Returns whether the isolate may create, grant, kill and inspect. */
    public boolean isSupervisor() { return handles.allows(0, Rights.SUPERVISE); }

    /** Returns the number of I/O ports that it may touch. */
    public int ports() {
        int sum = 0;
        for (int i = 0; i < PORT_RANGES; i++) sum += portCount[i];
        return sum;
    }
}
