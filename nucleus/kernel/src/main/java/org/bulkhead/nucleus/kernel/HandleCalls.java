package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.Rights;

/** System calls about handles and what they own. */
public record HandleCalls(Handles handles, Queues queues) {
    /** Slots that an isolate's queues may have together, unless it is a supervisor, which makes the queues of others. */
    private static final int SLOT_QUOTA = 64;
    private static final int MAX_RANK = 255, ALL_QUEUE_RIGHTS = Rights.CALL | Rights.SEND | Rights.SERVE | Rights.NOTIFY | Rights.COPY;

    /** Every isolate: closes one of its handles, also one whose object is gone. Refuses: BAD_HANDLE, STALE_HANDLE; BAD_ARGUMENT: handle 0, the isolate itself. */
    long close(KernelThread thread, long handle) {
        long entry = thread.isolate.handles.find(handle);
        if (entry < 0) return entry;
        if (entry == 0) return Refusal.BAD_ARGUMENT;
        handles.close(thread.isolate, (int) entry);
        return 0;
    }

    /** Holders of a handle with COPY: makes a second one. Refuses: BAD_HANDLE, STALE_HANDLE, NO_RIGHT; WRONG_KIND: bound to its isolate; NO_RESOURCE: table full. */
    long copy(KernelThread thread, long handle, long rights) {
        HandleTable table = thread.isolate.handles;
        long entry = table.find(handle);
        if (entry < 0) return entry;
        HandleKind kind = table.kind((int) entry);
        if (!Handles.isMovable(kind) && kind != HandleKind.QUEUE) return Refusal.WRONG_KIND;
        long current = handles.find(thread.isolate, handle, kind);
        if (current < 0) return current;
        if (!table.allows((int) entry, Rights.COPY)) return Refusal.NO_RIGHT;
        return table.hasRoom() ? handles.copy(thread.isolate, (int) entry, (int) rights) : Refusal.NO_RESOURCE;
    }

    /** Every isolate: makes a queue, charged to it. Refuses BAD_ARGUMENT: slots or rank out of range; NO_RIGHT: a rank above its own; NO_RESOURCE: its slots, all slots, queues or its handles are used up. */
    long createQueue(KernelThread thread, long slots, long rank) {
        Isolate isolate = thread.isolate;
        if (slots < MessageQueue.MIN_SLOTS || slots > MessageQueue.MAX_SLOTS || rank < 0 || rank > MAX_RANK) return Refusal.BAD_ARGUMENT;
        if (!isolate.isSupervisor()) {
            if (rank > isolate.rank) return Refusal.NO_RIGHT;
            if (isolate.ownedSlots + slots > SLOT_QUOTA) return Refusal.NO_RESOURCE;
        }
        MessageQueue queue = isolate.handles.hasRoom() ? queues.create(isolate, (int) slots, (int) rank) : null;
        if (queue == null) return Refusal.NO_RESOURCE;
        return isolate.handles.handle(isolate.handles.add(HandleKind.QUEUE, queue.index, queue.generation, ALL_QUEUE_RIGHTS, 0));
    }
}
