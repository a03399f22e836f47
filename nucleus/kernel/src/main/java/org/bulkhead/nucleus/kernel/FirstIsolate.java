package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/**
 * The supervisor: program 0, made by the nucleus, and the only isolate that the nucleus itself restarts.
 *
 * <p>A new supervisor takes over what the old one had: handles and their numbers, queues, notifications, the isolates that it has started, and the ledger, memory that is kept for it. A supervisor that
 * dies three times in a minute is the end of what the machine has begun: the machine restarts.
 */
public record FirstIsolate(KernelLog log, Clock clock, Pools pools, Isolates isolates, long[] deathTimes) {
    /** Index of the handle to the ledger. */
    static final int LEDGER = 1;
    /** Deaths that it remembers the times of. */
    static final int EARLIER_DEATHS = 2;

    private static final byte[] NAME = Text.of("supervisor");
    private static final int HEAP_PAGES = (int) (AddressSpaceLayout.FIRST_ISOLATE_HEAP / Window.PAGE);
    /** Fields of its record, and their values. The pages besides the heap are page tables, stack, copies of image pages. */
    private static final int[] FIELDS = {IsolateRecord.RANK, Handles.MAX_RANK, IsolateRecord.PRIORITY, KernelThread.PRIORITIES - 1,
        IsolateRecord.HEAP_PAGES, HEAP_PAGES, IsolateRecord.PAGE_QUOTA, HEAP_PAGES + 1024,
        IsolateRecord.CPU_PERCENT, 100, IsolateRecord.RUN_LIMIT, 5000};
    private static final long WINDOW_NANOSECONDS = 60 * Clock.NANOSECONDS_PER_SECOND;

    /** Makes and starts the first supervisor. */
    public void start() {
        HandleTable handles = pools.isolates[0].handles;
        handles.reset(pools.isolates[0]);
        handles.entries[0].rights = Rights.SUPERVISE;
        handles.add(HandleKind.KEPT_MEMORY, pools.isolates[0], 0, pools.kept, AddressSpaceLayout.KEPT_SIZE);
        start(0);
    }

    private void start(int incarnation) {
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
        boolean made = isolates.make(supervisor, pools.scratch, supervisor, pools.modules[0]);
        log.require(made && supervisor.space.map(Handle.window(LEDGER), pools.kept, AddressSpaceLayout.KEPT_SIZE, PageEntry.WINDOW_PAGE), Text.of("there is no memory for the supervisor"));
        isolates.start(supervisor);
    }

    /** Starts the supervisor again after its death. */
    void restart() {
        int incarnation = pools.isolates[0].incarnation;
        long now = clock.now();
        // The slot holds the time of the death before the last one.
        int slot = incarnation % EARLIER_DEATHS;
        if (incarnation >= EARLIER_DEATHS && now - deathTimes[slot] < WINDOW_NANOSECONDS) {
            log.restart(Text.of("the supervisor died three times in a minute"));
        }
        deathTimes[slot] = now;
        start(incarnation + 1);
    }
}
