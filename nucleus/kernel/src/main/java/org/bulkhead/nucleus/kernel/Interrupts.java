package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;

/** Interrupts of devices and of the clock. */
public record Interrupts(Hardware hardware, KernelLog log, ProcessorBlock processor, InterruptController controller, Clock clock, Pools pools, Scheduler scheduler,
        Completion completion, Notifications notifications, Deaths deaths) {
    /** Ticks between two looks for requests that are queued or served for too long. */
    private static final int OVERDUE_CHECK_TICKS = 10;

    /** Handles an interrupt of a line. */
    public void handle(int number) {
        if (!controller.acknowledge(number)) return;
        InterruptLine line = pools.lines[number];
        line.count++;
        if (number == Clock.LINE) {
            tick();
            return;
        }
        // Masked until the driver has looked after the device: a line that stays active can't storm the processor.
        controller.mask(number);
        if (line.owner != null) {
            notifications.notify(line.owner, 1L << line.bit);
        }
    }

    private void tick() {
        scheduler.tick();
        log.drain();
        log.require(processor.stackIsSound(), Text.of("the nucleus's stack has overflowed"));
        long now = clock.now();
        for (Timer timer = scheduler.timers.takeExpired(now); timer != null; timer = scheduler.timers.takeExpired(now)) {
            fire(timer, now);
        }
        if (scheduler.current != null) {
            Isolate isolate = scheduler.current.isolate;
            if (isolate.runLimit != 0 && isolate.usedSinceReceive > isolate.runLimit) {
                deaths.end(isolate, DeathReason.CPU_BUDGET, 0, isolate.usedSinceReceive);
            }
        }
        if (scheduler.ticksInPeriod % OVERDUE_CHECK_TICKS == 0) {
            endOverdue();
        }
    }

    private void fire(Timer timer, long now) {
        if (timer.isolate == null) {
            completion.expire(timer);
            return;
        }
        if (timer.period != 0) {
            scheduler.timers.set(timer, now + timer.period - (now - timer.key) % timer.period);
        }
        notifications.notify(timer.isolate, 1L << timer.bit);
    }

    private void endOverdue() {
        for (Isolate isolate : pools.isolates) {
            if (isolate.served.isEmpty()) continue;
            endOverdue(isolate, MessageSlot.State.IN_SERVICE, isolate.requestLimit, 0, DeathReason.REQUEST_OVERDUE);
            // Whoever has not begun to receive, or has just begun to serve, is not to blame for what has waited until then.
            endOverdue(isolate, MessageSlot.State.QUEUED, isolate.readySince == 0 ? 0 : isolate.queueLimit, isolate.readySince, DeathReason.QUEUE_OVERDUE);
        }
    }

    /** Ends an isolate if a message is in that state for longer than the limit, counted from {@code notBefore} on; 0 = no limit. */
    private void endOverdue(Isolate isolate, MessageSlot.State state, long limit, long notBefore, DeathReason reason) {
        MessageSlot oldest = limit == 0 ? null : Queues.oldest(isolate, state);
        if (oldest != null && hardware.timestamp() - Math.max(oldest.since, notBefore) > limit) {
            deaths.end(isolate, reason, 0, oldest.operation());
        }
    }
}
