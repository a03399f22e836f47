package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.KernelLog;
import org.bulkhead.nucleus.kernel.hardware.Text;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;

/** The death of an isolate: one procedure, bounded by the sizes of the pools, in a fixed order. */
public record Deaths(Pools pools, Clock clock, KernelLog log, Scheduler scheduler, TimerList timers, Completion completion, Handles handles, Queues queues, Notifications notifications,
         DeathRing ring) {
    private static final byte[] PREFIX = Text.of("nucleus: ");
    private static final byte[] INCARNATION = Text.of(" incarnation ");
    private static final byte[] DIED = Text.of(" died: ");
    private static final byte[] DETAIL = Text.of(", detail ");
    private static final byte[] AT = Text.of(", at ");

    /** Ends an isolate that has nothing to say about it. */
    public void end(Isolate isolate, int reason, int vector, long detail) { end(isolate, reason, vector, detail, 0, 0); }

    /**
     * Ends an isolate: record, generation, devices, own calls, served queues, handles, memory, and last the notice to its parent.
     *
     * @param reason ordinal of a DeathReason
     * @param vector processor exception, or 0
     * @param text address in the isolate of {@code textLength} bytes that go into the record
     */
    public void end(Isolate isolate, int reason, int vector, long detail, long text, int textLength) {
        long sequence = ring.write(isolate, reason, vector, detail, Queues.operationInService(isolate), clock.now(), text, textLength);
        report(isolate, reason, detail);
        KernelThread thread = isolate.thread;
        boolean waitedForReply = thread.state == ThreadState.CALLING;
        isolate.generation++;
        scheduler.leave(isolate);
        stopTimers(isolate);
        withdrawDevices(isolate);
        if (waitedForReply) {
            completion.drop(thread.slot);
            thread.slot = null;
        }
        while (isolate.served != null) {
            MessageQueue queue = isolate.served;
            queue.unservedDeath = sequence;
            queues.abandon(queue);
        }
        for (int i = 0; i < isolate.handles.size(); i++) {
            if (isolate.handles.kind(i) != HandleKind.NONE) handles.close(isolate, i);
        }
        isolate.space.giveBack(isolate.contextFrame);
        thread.context = 0;
        isolate.space.destroy();
        isolate.state = IsolateState.FREE;
        isolate.pendingBits = 0;
        Isolate parent = pools.isolates[isolate.parent];
        if (parent.generation == isolate.parentGeneration) notifications.notify(parent, 1L << isolate.deathBit);
    }

    private void report(Isolate isolate, int reason, long detail) {
        log.text(PREFIX).zeroTerminated(isolate.thread.context + ThreadContext.RECORD + IsolateRecord.NAME, IsolateRecord.NAME_SIZE);
        log.text(INCARNATION).decimal(isolate.incarnation).text(DIED).text(Reason.name(reason)).text(DETAIL).hex(detail);
        log.text(AT).hex(isolate.thread.register(ThreadContext.RIP)).line();
    }

    private void stopTimers(Isolate isolate) {
        timers.stop(isolate.thread.timer);
        while (isolate.timers != null) {
            Timer timer = isolate.timers;
            isolate.timers = timer.nextOfIsolate;
            timers.stop(timer);
            timer.isolate = null;
            timer.nextOfIsolate = null;
        }
    }

    private void withdrawDevices(Isolate isolate) {
        for (int i = 0; i < isolate.handles.size(); i++) {
            if (isolate.handles.kind(i) == HandleKind.INTERRUPT || isolate.handles.kind(i) == HandleKind.PORTS) handles.close(isolate, i);
        }
    }
}
