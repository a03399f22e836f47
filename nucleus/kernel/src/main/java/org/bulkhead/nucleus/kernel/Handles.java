package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;

/** System calls about handles and what they own, and what happens when a handle is closed. */
public record Handles(Pools pools, Scheduler scheduler, InterruptController controller, Queues queues) {
    /** Slots that an isolate's queues may have together, unless it is a supervisor, which makes the queues of others. */
    private static final int SLOT_QUOTA = 64;
    static final int MAX_RANK = 255;
    private static final int ALL_QUEUE_RIGHTS = Rights.CALL | Rights.SEND | Rights.SERVE | Rights.NOTIFY;

    /**
     * Every isolate: closes one of its handles, also one whose object is gone; supervisors: takes one from an isolate, as if that had closed it.
     * Refuses: BAD_HANDLE, STALE_HANDLE; BAD_ARGUMENT: handle 0, the isolate itself, and 1 of the supervisor, its ledger.
     */
    long close(Isolate isolate, long handle) {
        Handle entry = isolate.handles.find(handle);
        if (entry == null) return isolate.handles.refusal.result;
        if (entry.index == 0 || isolate.isFirst() && entry.index == FirstIsolate.LEDGER) return ErrorCode.BAD_ARGUMENT.result;
        close(isolate, entry);
        return 0;
    }

    /** Closes an entry of an isolate's table, and lets go of what only it held. */
    void close(Isolate isolate, Handle entry) {
        int object = entry.object.index;
        switch (entry.kind) {
            case QUEUE, SERVED_QUEUE -> release(isolate, entry);
            case INTERRUPT -> {
                controller.mask(object);
                pools.lines[object].owner = null;
            }
            case PORTS -> {
                scheduler.closePorts();
                isolate.ports -= (int) entry.b;
            }
            case DMA -> {
                // The device may have begun what it ends later: the channel's memory stays the channel's.
                pools.channels[object].stop();
                pools.channels[object].held = false;
                isolate.space.unmap(entry.a, entry.a == 0 ? 0 : entry.b);
            }
            case DEVICE_WINDOW, KEPT_MEMORY -> isolate.space.unmap(Handle.window(entry.index), entry.b);
            default -> { }
        }
        isolate.handles.remove(entry);
        entry.object.endIfUnused();
    }

    private void release(Isolate holder, Handle entry) {
        MessageQueue queue = pools.queues[entry.object.index];
        if (entry.isStale()) return;
        if (entry.kind == HandleKind.QUEUE) {
            queues.close(queue);
        } else if (entry.kind == HandleKind.SERVED_QUEUE && queue.server == holder) {
            queues.abandon(queue);
        }
    }

    /** Holders of a handle with COPY: makes a second one. Refuses: BAD_HANDLE, STALE_HANDLE, NO_RIGHT; WRONG_KIND: bound to its isolate; NO_RESOURCE: table full. */
    long copy(KernelThread thread, long handle, long rights) {
        HandleTable table = thread.isolate.handles;
        Handle entry = table.find(handle);
        if (entry == null) return table.refusal.result;
        if (!entry.isMovable()) return ErrorCode.WRONG_KIND.result;
        if (table.find(handle, entry.kind, Rights.COPY) == null) return table.refusal.result;
        if (!table.hasRoomFor(1)) return ErrorCode.NO_RESOURCE.result;
        return table.add(entry.kind, entry.object, entry.rights & (int) rights, entry.a, entry.b).number();
    }

    /** Loaders: makes a module. Refuses: NO_RESOURCE: modules or the caller's handles are used up; NO_MEMORY. */
    long createModule(KernelThread thread) {
        Module module = thread.isolate.handles.hasRoomFor(1) ? Pools.free(pools.modules) : null;
        if (module == null) return ErrorCode.NO_RESOURCE.result;
        if (!module.space.create(0, Module.PAGE_LIMIT, pools.modules[0].space)) return module.space.refusal.result;
        module.state = Module.State.OPEN;
        return thread.isolate.handles.add(HandleKind.MODULE, module, Rights.COPY, 0, 0).number();
    }

    /** Every isolate: makes a queue, charged to it. Refuses BAD_ARGUMENT: slots or rank out of range; NO_RIGHT: a rank above its own; NO_RESOURCE: its slots, all slots, queues or its handles are used up. */
    long createQueue(KernelThread thread, long slots, long rank) {
        Isolate isolate = thread.isolate;
        if (slots < MessageQueue.MIN_SLOTS || slots > MessageQueue.MAX_SLOTS || rank < 0 || rank > MAX_RANK) return ErrorCode.BAD_ARGUMENT.result;
        boolean supervisor = isolate.isSupervisor();
        if (!supervisor && rank > isolate.rank) return ErrorCode.NO_RIGHT.result;
        if (!supervisor && isolate.ownedSlots + slots > SLOT_QUOTA) return ErrorCode.NO_RESOURCE.result;
        MessageQueue queue = isolate.handles.hasRoomFor(1) ? queues.create(isolate, (int) slots, (int) rank) : null;
        if (queue == null) return ErrorCode.NO_RESOURCE.result;
        return isolate.handles.add(HandleKind.QUEUE, queue, ALL_QUEUE_RIGHTS, 0, 0).number();
    }
}
