package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** Notifications: 64 bits per isolate that anybody with the right may set, any number of times; a receive takes all at once. */
public record Notifications(Scheduler scheduler, TimerList timers, Scratch scratch) {
    /** Sets bits of an isolate and wakes its thread if it receives. An isolate that is not there is not told anything. */
    public void notify(Isolate isolate, long bits) {
        if (isolate.state == IsolateState.FREE) return;
        isolate.pendingBits |= bits;
        if (isolate.thread.state == ThreadState.RECEIVING && isolate.pendingBits != 0) {
            timers.stop(isolate.thread.timer);
            isolate.thread.setResult(deliver(isolate.thread));
            scheduler.ready(isolate.thread);
        }
    }

    /** Writes the pending bits to the thread's message and clears them. Returns the result of the receive. */
    long deliver(KernelThread thread) {
        Isolate isolate = thread.isolate;
        Address message = Address.fromLong(scratch.message());
        Magic.clear(message, MessageLayout.PAYLOAD);
        message.storeShort((short) Long.BYTES, MessageLayout.LENGTH);
        message.storeLong(isolate.pendingBits, MessageLayout.PAYLOAD);
        isolate.pendingBits = 0;
        // The buffer was made writable when the receive began, and nobody but this thread could have given it back.
        isolate.space.copyOut(scratch.message(), thread.message, MessageLayout.PAYLOAD + Long.BYTES);
        return MessageLayout.RECEIVED_NOTIFICATION;
    }
}
