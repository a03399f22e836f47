package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.KernelLog;
import org.bulkhead.nucleus.kernel.hardware.Text;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/**
 * The supervisor: program 0, made by the nucleus, and the only isolate that the nucleus itself restarts.
 *
 * <p>A new supervisor knows nothing of what the old one had started, so everything else ends with it and is started anew. A supervisor that dies three times in a minute stops the machine.
 */
public final class FirstIsolate {
    private static final byte[] NAME = Text.of("supervisor");
    private static final byte[] FAILING = Text.of("the supervisor died three times in a minute");
    private static final byte[] NO_MEMORY = Text.of("there is no memory for the supervisor");
    private static final int RANK = 255, PRIORITY = 7, PERCENT = 100, RUN_LIMIT_MILLISECONDS = 5000;
    /** Pages besides the heap: page tables, stack, copies of image pages. */
    private static final int OTHER_PAGES = 1024;
    private static final long WINDOW_NANOSECONDS = 60 * Clock.NANOSECONDS_PER_SECOND;
    private static final int EARLIER_DEATHS = 2;

    private final KernelLog log;
    private final Clock clock;
    private final Pools pools;
    private final Isolates isolates;
    private final Deaths deaths;
    private final Scratch scratch;
    private final long[] deathTimes = new long[EARLIER_DEATHS];
    private int incarnation;

    public FirstIsolate(KernelLog log, Clock clock, Pools pools, Isolates isolates, Deaths deaths, Scratch scratch) {
        this.log = log;
        this.clock = clock;
        this.pools = pools;
        this.isolates = isolates;
        this.deaths = deaths;
        this.scratch = scratch;
    }

    private Isolate isolate() { return pools.isolates[0]; }

    /** Makes and starts the supervisor. */
    public void start() {
        Address record = Address.fromLong(scratch.record());
        Magic.clear(record, IsolateRecord.SIZE);
        for (int i = 0; i < NAME.length; i++) record.storeByte(NAME[i], IsolateRecord.NAME + i);
        int heapPages = (int) (AddressSpaceLayout.FIRST_ISOLATE_HEAP / Window.PAGE);
        record.storeInt(incarnation, IsolateRecord.INCARNATION);
        record.storeInt(RANK, IsolateRecord.RANK);
        record.storeInt(PRIORITY, IsolateRecord.PRIORITY);
        record.storeInt(heapPages, IsolateRecord.HEAP_PAGES);
        record.storeInt(heapPages + OTHER_PAGES, IsolateRecord.PAGE_QUOTA);
        record.storeInt(PERCENT, IsolateRecord.CPU_PERCENT);
        record.storeInt(RUN_LIMIT_MILLISECONDS, IsolateRecord.RUN_LIMIT);
        if (!isolates.create(isolate(), scratch.record(), null)) log.broken(NO_MEMORY);
        isolate().handles.grant(0, Rights.SUPERVISE);
        isolates.start(isolate());
    }

    /** Starts the supervisor again if it has died. Called on the way out of every visit to the nucleus. */
    public void restartIfDead() {
        if (isolate().state != IsolateState.FREE) return;
        long now = clock.now();
        // The slot holds the time of the death before the last one.
        int slot = incarnation % EARLIER_DEATHS;
        if (incarnation >= EARLIER_DEATHS && now - deathTimes[slot] < WINDOW_NANOSECONDS) log.broken(FAILING);
        deathTimes[slot] = now;
        for (int i = 1; i < Pools.ISOLATES; i++) {
            if (pools.isolates[i].state != IsolateState.FREE) deaths.end(pools.isolates[i], Reason.KILLED, 0, 0);
        }
        incarnation++;
        start();
    }
}
