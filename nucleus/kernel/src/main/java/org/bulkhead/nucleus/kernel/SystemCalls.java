package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;

/** The table of system calls. */
public record SystemCalls(Pools pools, Scheduler scheduler, OwnCalls own, Sending sending, Collecting collecting, Receiving receiving, Replying replying, Notifications notifications,
        Handles handles, Isolates isolates, GrantCalls grants, Inspection inspection, MachineCalls machine) {
    /** In the place of a result: the thread waits, and whoever wakes it gives it the result. */
    public static final long PENDING = Long.MIN_VALUE;
    private static final int NO_CALL = -1;

    /** Makes a system call of the current thread, with up to five arguments, and gives it the result unless it waits or is gone. */
    public void make(long number, long a, long b, long c, long d, long e) {
        KernelThread thread = scheduler.current;
        // Compared as 64 bits first: the switch sees only 32.
        int call = number < 0 || number >= SystemCall.COUNT ? NO_CALL : (int) number;
        boolean allowed = call < SystemCall.ISOLATE_CREATE || thread.isolate.isSupervisor() || call >= SystemCall.MODULE_CREATE && thread.isolate.handles.entries[0].allows(Rights.LOAD);
        if (!allowed) {
            thread.setResult(ErrorCode.NO_RIGHT.result);
            return;
        }
        long result = switch (call) {
            case SystemCall.NULL -> 0;
            case SystemCall.EXIT -> own.exit(thread, a);
            case SystemCall.ABORT -> own.abort(thread, a, b, c);
            case SystemCall.LOG -> machine.log(thread, a, b);
            case SystemCall.YIELD -> own.yieldSlice(thread);
            case SystemCall.CLOCK -> machine.clock().now();
            case SystemCall.RELEASE_MEMORY -> own.release(thread, a, b);
            case SystemCall.WRITTEN_PAGES -> own.writtenPages(thread, a, b, c);
            case SystemCall.CALL -> sending.call(thread, a, b, c, d);
            case SystemCall.SEND -> sending.send(thread, a, b, c);
            case SystemCall.RECEIVE -> receiving.receive(thread, a, b, c);
            case SystemCall.REPLY -> replying.reply(thread, a, b, c);
            case SystemCall.REPLY_AND_RECEIVE -> replying.replyAndReceive(thread, a, b, c, d, e);
            case SystemCall.REFUSE -> replying.refuse(thread, a);
            case SystemCall.CANCEL -> collecting.cancel(thread, a);
            case SystemCall.LEASE_READ -> replying.copyLent(thread, MessageLayout.KIND_LEASE_READ, a, b, c, d, e);
            case SystemCall.LEASE_WRITE -> replying.copyLent(thread, MessageLayout.KIND_LEASE_WRITE, a, b, c, d, e);
            case SystemCall.TIMER -> notifications.timer(thread, a, b, c);
            case SystemCall.CLOSE -> handles.close(thread.isolate, a);
            case SystemCall.COPY -> handles.copy(thread, a, b);
            case SystemCall.QUEUE_CREATE -> handles.createQueue(thread, a, b);
            case SystemCall.SUBMIT -> sending.submit(thread, a, b, c, d, e);
            case SystemCall.COLLECT -> collecting.collect(thread, a, b);
            case SystemCall.LEASE_MAP -> replying.mapLent(thread, a, b, c, d);
            case SystemCall.HANDLE_INFO -> inspection.handleInfo(thread, a, b);
            case SystemCall.ISOLATE_CREATE -> isolates.create(thread, a);
            case SystemCall.MACHINE -> machine.end(a, b);
            case SystemCall.READ_LOG -> machine.readLog(thread, a, b, c);
            case SystemCall.INSPECT -> inspection.inspect(thread, a, b, c);
            case SystemCall.FAST_PATH -> sending.fastPath(a);
            case SystemCall.MODULE_CREATE -> handles.createModule(thread);
            default -> makeAbout(thread, call, a, b, c, d);
        };
        if (result != PENDING) {
            thread.setResult(result);
        }
    }

    /** Makes a system call about an object that the first argument, a handle of the caller's, names. All of them refuse BAD_HANDLE, STALE_HANDLE, WRONG_KIND. */
    private long makeAbout(KernelThread thread, int call, long handle, long b, long c, long d) {
        HandleKind kind = switch (call) {
            case SystemCall.NOTIFY -> HandleKind.NOTIFICATION;
            case SystemCall.INTERRUPT_DONE -> HandleKind.INTERRUPT;
            case SystemCall.AWAIT_CREDIT -> HandleKind.CONNECTION;
            case SystemCall.DMA_START, SystemCall.DMA_STOP, SystemCall.DMA_READY -> HandleKind.DMA;
            case SystemCall.QUEUE_OFFLINE -> HandleKind.QUEUE;
            case SystemCall.MODULE_PAGE, SystemCall.MODULE_SEAL -> HandleKind.MODULE;
            case SystemCall.ISOLATE_GRANT, SystemCall.ISOLATE_START, SystemCall.ISOLATE_KILL, SystemCall.ISOLATE_REVOKE -> HandleKind.ISOLATE;
            default -> HandleKind.NONE;
        };
        if (kind == HandleKind.NONE) return ErrorCode.NO_SUCH_CALL.result;
        Isolate caller = thread.isolate;
        Handle entry = caller.handles.find(handle, kind, call == SystemCall.NOTIFY ? Rights.NOTIFY : 0);
        if (entry == null) return caller.handles.refusal.result;
        int object = entry.object.index;
        return switch (call) {
            case SystemCall.NOTIFY -> notifications.notify(entry, b);
            case SystemCall.INTERRUPT_DONE -> notifications.interruptDone(object);
            case SystemCall.AWAIT_CREDIT -> sending.awaitCredit(caller, entry, b);
            case SystemCall.DMA_START -> pools.channels[object].start(entry, b, c, d);
            case SystemCall.DMA_STOP -> pools.channels[object].stop();
            case SystemCall.DMA_READY -> pools.channels[object].ready(entry, caller.space);
            case SystemCall.QUEUE_OFFLINE -> handles.queues().takeOffline(pools.queues[object]);
            case SystemCall.MODULE_PAGE -> pools.modules[object].page(caller.space, b, c, d);
            case SystemCall.MODULE_SEAL -> pools.modules[object].seal();
            case SystemCall.ISOLATE_GRANT -> grants.grant(caller.handles, pools.isolates[object], b, c, d);
            case SystemCall.ISOLATE_START -> isolates.start(pools.isolates[object]);
            case SystemCall.ISOLATE_KILL -> isolates.kill(thread, pools.isolates[object], b);
            default -> handles.close(pools.isolates[object], b);
        };
    }
}
