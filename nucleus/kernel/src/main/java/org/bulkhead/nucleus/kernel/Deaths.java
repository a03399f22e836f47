package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;

/** The death of an isolate: one procedure, bounded by the sizes of the pools, in a fixed order. */
public record Deaths(Pools pools, KernelLog log, Scheduler scheduler, Completion completion, Handles handles, Queues queues, Notifications notifications,
        DeathRing ring, Trace trace) {
    private static final DeathReason[] REASONS = DeathReason.values();
    private static final byte[][] NAMES = Text.names(REASONS);

    /** Returns the reason with an ordinal, or null if there is none. */
    static DeathReason reason(long ordinal) {
        return ordinal < 0 || ordinal >= REASONS.length ? null : REASONS[(int) ordinal];
    }

    /** Ends an isolate that has nothing to say about it. */
    public void end(Isolate isolate, DeathReason reason, int vector, long detail) {
        end(isolate, reason, vector, detail, 0, 0);
    }

    /**
     * Ends an isolate: record, generation, devices, own calls, served queues, handles, memory, and last the notice to its parent. The first isolate bequeaths to its successor
     * the handles to it, and most of its own.
     *
     * @param vector processor exception, or 0
     * @param text address in the isolate of {@code textLength} bytes that go into the record
     */
    public void end(Isolate isolate, DeathReason reason, int vector, long detail, long text, long textLength) {
        long sequence = ring.write(isolate, reason, vector, detail, text, textLength);
        report(isolate, reason, detail);
        trace.note(TraceEvent.DIED, isolate, null, reason.ordinal());
        KernelThread thread = isolate.thread;
        isolate.generation += isolate.isFirst() ? 0 : 1;
        scheduler.leave(isolate);
        thread.timer.unlink();
        for (Timer timer : isolate.timers) {
            timer.unlink();
        }
        closeHandles(isolate, HandleKind.INTERRUPT);
        if (thread.slot != null) {
            completion.drop(thread.slot);
            thread.slot = null;
        }
        completion.dropSubmitted(isolate);
        while (!isolate.served.isEmpty()) {
            MessageQueue queue = isolate.served.first();
            queue.unservedDeath = sequence;
            queues.abandon(queue);
        }
        closeHandles(isolate, HandleKind.ISOLATE);
        isolate.space.giveBack(thread.context - AddressSpaceLayout.PHYSICAL_WINDOW);
        thread.context = 0;
        isolate.space.destroy();
        isolate.module.references--;
        isolate.module.endIfUnused();
        isolate.state = Isolate.State.FREE;
        notifications.tellParent(isolate);
    }

    private void report(Isolate isolate, DeathReason reason, long detail) {
        log.text(Text.of("nucleus: ")).zeroTerminated(isolate.thread.context + ThreadContext.RECORD + IsolateRecord.NAME, IsolateRecord.NAME_SIZE);
        log.text(Text.of(" incarnation ")).decimal(isolate.incarnation).text(Text.of(" died: ")).text(NAMES[reason.ordinal()]).text(Text.of(", detail ")).hex(detail);
        log.text(Text.of(", at ")).hex(isolate.thread.register(ThreadContext.RIP)).line();
    }

    /** Closes handles of the kind {@code first} and of those behind it, all of devices, or all, but for what the isolate bequeaths. */
    private void closeHandles(Isolate isolate, HandleKind first) {
        for (Handle handle : isolate.handles.entries) {
            if (handle.kind.ordinal() >= first.ordinal() && !isolate.bequeaths(handle)) {
                handles.close(isolate, handle);
            }
        }
    }
}
