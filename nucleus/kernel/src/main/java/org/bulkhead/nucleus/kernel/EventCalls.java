package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.kernel.hardware.InterruptController;

/** System calls about notifications and what causes them: other isolates, interrupts, timers. */
public record EventCalls(Pools pools, Handles handles, Notifications notifications, InterruptController interrupts, TimerList timers) {
    /** Shortest period of a timer: one tick of the clock. */
    private static final long MINIMUM_PERIOD = 1_000_000;
    private static final int BITS = 64, TIMERS_PER_ISOLATE = 8;

    /** Holders of a notification handle with NOTIFY: sets bits. Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT; BAD_ARGUMENT: a bit outside the handle's mask. */
    long notify(KernelThread thread, long handle, long bits) {
        long entry = handles.find(thread.isolate, handle, HandleKind.NOTIFICATION);
        if (entry < 0) return entry;
        HandleTable table = thread.isolate.handles;
        if (!table.allows((int) entry, Rights.NOTIFY)) return Refusal.NO_RIGHT;
        if ((bits & ~table.datum((int) entry)) != 0) return Refusal.BAD_ARGUMENT;
        notifications.notify(handles.isolate(table, (int) entry), bits);
        return 0;
    }

    /** Owners of the interrupt line: lets it notify again. Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND. */
    long interruptDone(KernelThread thread, long handle) {
        long entry = handles.find(thread.isolate, handle, HandleKind.INTERRUPT);
        if (entry < 0) return entry;
        interrupts.unmask(thread.isolate.handles.object((int) entry));
        return 0;
    }

    /** Every isolate: sets its timer of a notification bit. Refuses BAD_ARGUMENT: no such bit, a negative time or a period below 1 ms; NO_RESOURCE: more than 8 bits with timers, or no timer left. */
    long timer(KernelThread thread, long bit, long deadline, long period) {
        if (bit < 0 || bit >= BITS || deadline < 0 || period < 0 || period != 0 && period < MINIMUM_PERIOD) return Refusal.BAD_ARGUMENT;
        Isolate isolate = thread.isolate;
        Timer timer = isolate.timers;
        int set = 0;
        while (timer != null && timer.bit != bit) {
            timer = timer.nextOfIsolate;
            set++;
        }
        if (timer == null) {
            if (deadline == Timer.NEVER) return 0;
            timer = set < TIMERS_PER_ISOLATE ? pools.freeTimer() : null;
            if (timer == null) return Refusal.NO_RESOURCE;
            timer.isolate = isolate;
            timer.bit = (int) bit;
            timer.nextOfIsolate = isolate.timers;
            isolate.timers = timer;
        }
        timer.period = period;
        timers.set(timer, deadline);
        return 0;
    }
}
