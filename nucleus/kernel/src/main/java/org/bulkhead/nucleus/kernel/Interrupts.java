package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;

/** Interrupts of devices and of the clock. */
public record Interrupts(Hardware hardware, KernelLog log, ProcessorBlock processor, InterruptController controller, Clock clock, Pools pools, Scheduler scheduler,
        Completion completion, Notifications notifications, Deaths deaths) {
    /** Ticks between two looks for requests that are served for too long. */
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
            scheduler.timers.set(timer, now + timer.period - (now - timer.due) % timer.period);
        }
        notifications.notify(timer.isolate, 1L << timer.bit);
    }

    private void endOverdue() {
        long now = hardware.timestamp();
        for (Isolate isolate : pools.isolates) {
            MessageSlot oldest = Queues.oldestInService(isolate);
            if (oldest != null && isolate.requestLimit != 0 && now - oldest.since > isolate.requestLimit) {
                deaths.end(isolate, DeathReason.REQUEST_OVERDUE, 0, oldest.operation());
            }
        }
    }
}
