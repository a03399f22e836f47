package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/**
 * The supervisor: program 0, made by the nucleus, and the only isolate that the nucleus itself restarts.
 *
 * <p>A new supervisor knows nothing of what the old one had started, so everything else ends with it and is started anew. A supervisor that dies three times in a minute stops the machine.
 */
public record FirstIsolate(KernelLog log, Clock clock, Pools pools, Isolates isolates, Deaths deaths, long[] deathTimes) {
    private static final byte[] NAME = Text.of("supervisor");
    private static final int HEAP_PAGES = (int) (AddressSpaceLayout.FIRST_ISOLATE_HEAP / Window.PAGE);
    /** Fields of its record, and their values. The pages besides the heap are page tables, stack, copies of image pages. */
    private static final int[] FIELDS = {IsolateRecord.RANK, Handles.MAX_RANK, IsolateRecord.PRIORITY, KernelThread.PRIORITIES - 1,
        IsolateRecord.HEAP_PAGES, HEAP_PAGES, IsolateRecord.PAGE_QUOTA, HEAP_PAGES + 1024,
        IsolateRecord.CPU_PERCENT, 100, IsolateRecord.RUN_LIMIT, 5000};
    private static final long WINDOW_NANOSECONDS = 60 * Clock.NANOSECONDS_PER_SECOND;
    /** Deaths that it remembers the times of. */
    static final int EARLIER_DEATHS = 2;

    /** Makes and starts the supervisor. */
    public void start(int incarnation) {
        Isolate supervisor = pools.isolates[0];
        Address record = Address.fromLong(pools.scratch);
        Magic.clear(record, IsolateRecord.SIZE);
        for (int i = 0; i < NAME.length; i++) {
            record.storeByte(NAME[i], IsolateRecord.NAME + i);
        }
        for (int i = 0; i < FIELDS.length; i += 2) {
            record.storeInt(FIELDS[i + 1], FIELDS[i]);
        }
        record.storeInt(incarnation, IsolateRecord.INCARNATION);
        log.require(isolates.make(supervisor, pools.scratch, supervisor), Text.of("there is no memory for the supervisor"));
        supervisor.handles.entries[0].rights |= Rights.SUPERVISE;
        isolates.start(supervisor);
    }

    /** Starts the supervisor again after its death. */
    void restart() {
        int incarnation = pools.isolates[0].incarnation;
        long now = clock.now();
        // The slot holds the time of the death before the last one.
        int slot = incarnation % EARLIER_DEATHS;
        if (incarnation >= EARLIER_DEATHS && now - deathTimes[slot] < WINDOW_NANOSECONDS) {
            log.broken(Text.of("the supervisor died three times in a minute"));
        }
        deathTimes[slot] = now;
        for (Isolate isolate : pools.isolates) {
            if (isolate.state != Isolate.State.FREE) {
                deaths.end(isolate, DeathReason.KILLED, 0, 0);
            }
        }
        start(incarnation + 1);
    }
}
