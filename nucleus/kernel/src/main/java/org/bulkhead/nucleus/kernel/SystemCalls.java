package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;

/** The table of system calls. */
public record SystemCalls(ThreadCalls threads, MemoryCalls memory, MessageCalls messages, EventCalls events, HandleCalls handles, IsolateCalls isolates, GrantCalls grants,
         RecordCalls records) {
    /** Makes the system call whose number and arguments stand in the thread's registers, and puts the result there unless the thread waits or is gone. */
    public void make(KernelThread thread) {
        long result = select(thread, thread.register(ThreadContext.RAX), thread.register(ThreadContext.RDI), thread.register(ThreadContext.RSI));
        if (result != Refusal.PENDING) thread.setResult(result);
    }

    private long select(KernelThread thread, long number, long a, long b) {
        // Compared as 64 bits first: the switch sees only 32.
        if (number < 0 || number >= SystemCall.COUNT) return Refusal.NO_SUCH_CALL;
        switch ((int) number) {
            case SystemCall.NULL: return 0;
            case SystemCall.EXIT: return threads.exit(thread, a);
            case SystemCall.ABORT: return threads.abort(thread, a, b, third(thread));
            case SystemCall.LOG: return records.log(thread, a, b);
            case SystemCall.YIELD: return threads.yieldSlice(thread);
            case SystemCall.CLOCK: return threads.now();
            case SystemCall.RELEASE_MEMORY: return memory.release(thread, a, b);
            case SystemCall.WRITTEN_PAGES: return memory.writtenPages(thread, a, b, third(thread));
            case SystemCall.CALL: return messages.call(thread, a, b, third(thread), fourth(thread));
            case SystemCall.SEND: return messages.send(thread, a, b, third(thread));
            case SystemCall.RECEIVE: return messages.receive(thread, a, b, third(thread));
            case SystemCall.REPLY: return messages.reply(thread, a, b);
            case SystemCall.REPLY_AND_RECEIVE: return messages.replyAndReceive(thread, a, b, third(thread), fourth(thread));
            case SystemCall.REFUSE: return messages.refuse(thread, a);
            case SystemCall.CANCEL: return messages.cancel(thread, a);
            case SystemCall.LEASE_READ: return messages.copyLent(thread, MessageLayout.KIND_LEASE_READ, a, b, third(thread), fourth(thread), fifth(thread));
            case SystemCall.LEASE_WRITE: return messages.copyLent(thread, MessageLayout.KIND_LEASE_WRITE, a, b, third(thread), fourth(thread), fifth(thread));
            case SystemCall.NOTIFY: return events.notify(thread, a, b);
            case SystemCall.INTERRUPT_DONE: return events.interruptDone(thread, a);
            case SystemCall.TIMER: return events.timer(thread, a, b, third(thread));
            case SystemCall.CLOSE: return handles.close(thread, a);
            case SystemCall.COPY: return handles.copy(thread, a, b);
            case SystemCall.QUEUE_CREATE: return handles.createQueue(thread, a, b);
            default: return selectForSupervisor(thread, (int) number, a, b);
        }
    }

    private long selectForSupervisor(KernelThread thread, int number, long a, long b) {
        if (number < SystemCall.ISOLATE_CREATE) return Refusal.NO_SUCH_CALL;
        if (!thread.isolate.isSupervisor()) return Refusal.NO_RIGHT;
        switch (number) {
            case SystemCall.ISOLATE_CREATE: return isolates.create(thread, a);
            case SystemCall.ISOLATE_GRANT: return grants.grant(thread, a, b, third(thread), fourth(thread));
            case SystemCall.ISOLATE_START: return isolates.start(thread, a);
            case SystemCall.ISOLATE_KILL: return isolates.kill(thread, a, b);
            case SystemCall.ISOLATE_STATUS: return isolates.status(thread, a, b);
            case SystemCall.DEATH_RECORD: return records.death(thread, a, b);
            case SystemCall.MACHINE: return records.machine(a, b);
            case SystemCall.READ_LOG: return records.readLog(thread, a, b, third(thread));
            default: return Refusal.NO_SUCH_CALL;
        }
    }

    private static long third(KernelThread thread) { return thread.register(ThreadContext.RDX); }

    private static long fourth(KernelThread thread) { return thread.register(ThreadContext.R10); }

    private static long fifth(KernelThread thread) { return thread.register(ThreadContext.R8); }
}
