package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/**
 * Notifications: 64 bits per isolate that anybody with the right may set, any number of times; a receive takes all at once. With the system calls about what causes them: other isolates, interrupts,
 * timers.
 */
public record Notifications(Pools pools, Scheduler scheduler, InterruptController controller) {
    /** Shortest period of a timer: one tick of the clock. */
    private static final long MINIMUM_PERIOD = 1_000_000;

    /** Sets bits of an isolate and wakes its thread if it receives. */
    public void notify(Isolate isolate, long bits) {
        isolate.pendingBits |= bits;
        if (isolate.thread.state == KernelThread.State.RECEIVING && isolate.pendingBits != 0) {
            scheduler.wake(isolate.thread, deliver(isolate.thread));
        }
    }

    /** Sets the bit by which an isolate's parent, if that is there, learns that it is ready, or has died. */
    void tellParent(Isolate isolate) {
        Isolate parent = isolate.parent;
        if (parent != isolate && parent.generation == isolate.parentGeneration) {
            notify(parent, 1L << isolate.deathBit);
        }
    }

    /** Writes the pending bits to the thread's message and clears them. Returns the result of the receive. */
    long deliver(KernelThread thread) {
        Isolate isolate = thread.isolate;
        Address message = Address.fromLong(thread.message);
        Magic.clear(message, MessageLayout.PAYLOAD);
        message.storeShort((short) Long.BYTES, MessageLayout.LENGTH);
        message.storeLong(isolate.pendingBits, MessageLayout.PAYLOAD);
        isolate.pendingBits = 0;
        return MessageLayout.RECEIVED_NOTIFICATION;
    }

    /** Holders of a notification handle with NOTIFY: sets bits. Refuses: NO_RIGHT; BAD_ARGUMENT: a bit outside the handle's mask. */
    long notify(Handle entry, long bits) {
        if ((bits & ~entry.a) != 0) return ErrorCode.BAD_ARGUMENT.result;
        notify(pools.isolates[entry.object.index], bits);
        return 0;
    }

    /** Owners of the interrupt line: lets it notify again. */
    long interruptDone(int line) {
        controller.unmask(line);
        return 0;
    }

    /** Every isolate: sets its timer of a notification bit. Refuses BAD_ARGUMENT: no such bit, a negative time or a period below 1 ms; NO_RESOURCE: more than 8 bits with timers. */
    long timer(KernelThread thread, long bit, long deadline, long period) {
        if (bit < 0 || bit >= Long.SIZE || deadline < 0 || period < 0 || period != 0 && period < MINIMUM_PERIOD) return ErrorCode.BAD_ARGUMENT.result;
        Timer timer = thread.isolate.timerOf((int) bit);
        if (timer == null) return deadline == Timer.NEVER ? 0 : ErrorCode.NO_RESOURCE.result;
        timer.bit = (int) bit;
        timer.period = period;
        scheduler.timers.set(timer, deadline);
        return 0;
    }
}
