package org.bulkhead.nucleus.kernel;

import java.util.Arrays;
import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;

/** An isolate: an address space, a handle table, a thread, and its share of everything else. */
public final class Isolate extends KernelObject {
    /** States of an isolate; the ordinals are those of the abi's IsolateStatus. */
    public enum State {
        FREE,
        /** Made, and given rights, but not started. */
        STOPPED,
        ALIVE
    }

    /** Notification bits that can have timers at the same time. */
    public static final int TIMERS = 8;

    public final AddressSpace space;
    public final HandleTable handles = new HandleTable(HandleTable.SIZE);
    public final KernelThread thread;
    /** What it runs. */
    Module module;

    public State state = State.FREE;
    /** Time-stamp since when it could have taken what is queued for it: it began to receive messages, or got another queue to serve; 0 before it has received any. */
    public long readySince;
    public int program;
    public int incarnation;
    public int rank;

    /** The isolate that is told when it is ready, and of the death, if its generation is still this, and by which bit. Nobody is told of whoever is its own parent. */
    public Isolate parent;
    public int parentGeneration;
    public int deathBit;

    /** Notification bits that have not been received. */
    public long pendingBits;
    public final Timer[] timers = new Timer[TIMERS];

    /** Queues that it serves. */
    final OrderedList<MessageQueue> served = new OrderedList<>();
    /** Slots of the queues that it owns. */
    public int ownedSlots;
    /** Requests that it submitted and has not collected. */
    int submitted;
    /** Malformed requests that it sent. */
    public int refusals;

    /** I/O ports that it may touch; its handles say which. */
    public int ports;

    // Processor time, in ticks of the time-stamp counter.
    public long budgetPerPeriod;
    public long usedThisPeriod;
    public long usedSinceReceive;
    public long usedInAll;
    /** Longest run without receiving, 0 = no limit. */
    public long runLimit;
    /** Longest service of a request, 0 = no limit. */
    public long requestLimit;
    /** Longest time that a request stays queued while the isolate is ready, 0 = no limit. */
    public long queueLimit;
    public int overruns;

    Isolate(int index, AddressSpace space) {
        super(index);
        this.space = space;
        thread = new KernelThread(this);
        Arrays.setAll(timers, i -> new Timer(null, this, null));
    }

    @Override
    boolean isFree() {
        return state == State.FREE;
    }

    /** Returns whether this is the supervisor that the nucleus itself makes, whose handles, queues and notifications its successor has. */
    boolean isFirst() {
        return index == 0;
    }

    /** Returns whether the isolate's successor has the handle after its death: of the first isolate all but those of devices, and to queues that it serves. */
    boolean bequeaths(Handle handle) {
        return isFirst() && (handle.index <= FirstIsolate.LEDGER || handle.kind != HandleKind.SERVED_QUEUE && handle.kind.ordinal() < HandleKind.INTERRUPT.ordinal());
    }

    /** Returns whether the isolate may create, grant, kill and inspect. */
    public boolean isSupervisor() {
        return handles.entries[0].allows(Rights.SUPERVISE);
    }

    /** Returns the timer that is set for a notification bit, else one that is not set, or null if all are set for others. */
    Timer timerOf(int bit) {
        Timer free = null;
        for (Timer timer : timers) {
            if (!timer.isLinked()) {
                free = timer;
            } else if (timer.bit == bit) {
                return timer;
            }
        }
        return free;
    }
}
