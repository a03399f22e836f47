package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;

/** The life of queues: made by an owner, served by one isolate after the other, closed when the service is given up. */
public record Queues(Hardware hardware, Pools pools, Completion completion, Receiving receiving, Donation donation, Trace trace) {
    /** Makes a queue, which its owner serves until somebody else does; null if there is no queue or there are not so many slots left. */
    public MessageQueue create(Isolate owner, int slots, int rank) {
        MessageQueue queue = Pools.free(pools.queues);
        if (queue == null || slots > pools.freeSlotCount) return null;
        for (int i = 0; i < slots; i++) {
            MessageSlot slot = pools.freeSlots;
            pools.freeSlots = slot.next;
            slot.queue = queue;
            slot.next = queue.free;
            queue.free = slot;
        }
        pools.freeSlotCount -= slots;
        queue.capacity = slots;
        queue.owner = owner;
        queue.rank = rank;
        queue.unservedDeath = -1;
        queue.arrivals = 0;
        owner.ownedSlots += slots;
        serve(queue, owner);
        return queue;
    }

    /** Makes an isolate the server of a queue that nobody else but its owner serves; if it waits for messages it gets the foremost. */
    public void serve(MessageQueue queue, Isolate server) {
        if (queue.server != null) {
            abandon(queue);
        }
        queue.server = server;
        queue.offline = false;
        server.readySince = server.readySince == 0 ? 0 : hardware.timestamp();
        server.served.insert(queue);
        donation.settle(server.thread);
        if (server.thread.state == KernelThread.State.RECEIVING && server.thread.accepts(queue) && !queue.queued.isEmpty()) {
            completion.scheduler().wake(server.thread, receiving.deliver(queue.queued.first(), server.thread));
        }
    }

    /**
     * The server is gone: what is queued stays for a successor; what is in service is queued again once if it may be repeated, and otherwise its caller is told.
     */
    public void abandon(MessageQueue queue) {
        Isolate server = queue.server;
        queue.server = null;
        queue.unlink();
        MessageSlot slot = queue.inService.first();
        while (slot != null) {
            MessageSlot next = queue.inService.after(slot);
            if (slot.repeat == MessageSlot.Repeat.ONCE) {
                slot.repeat = MessageSlot.Repeat.USED_UP;
                queue.enqueue(slot);
                trace.note(TraceEvent.REQUEUED, server, slot, slot.operation());
            } else {
                ErrorCode ending = slot.repeat == MessageSlot.Repeat.USED_UP ? ErrorCode.POISONED : ErrorCode.PEER_DIED_IN_SERVICE;
                completion.finish(slot, ending.result);
            }
            slot = next;
        }
        donation.settle(server.thread);
        if (server.thread.state == KernelThread.State.RECEIVING && server.thread.queue == queue) {
            completion.scheduler().wake(server.thread, ErrorCode.OFFLINE.result);
        }
    }

    /** Owners: gives the service up until somebody serves it: every request in the queue ends, its sender learns whether it had been begun, and connections find it offline from now on. Refuses nothing. */
    long takeOffline(MessageQueue queue) {
        ErrorCode neverBegun = queue.server == null ? ErrorCode.PEER_DIED_QUEUED : ErrorCode.OFFLINE;
        while (!queue.queued.isEmpty()) {
            boolean wasBegun = queue.queued.first().repeat == MessageSlot.Repeat.USED_UP;
            completion.finish(queue.queued.first(), wasBegun ? ErrorCode.PEER_DIED_IN_SERVICE.result : neverBegun.result);
        }
        while (!queue.inService.isEmpty()) {
            completion.finish(queue.inService.first(), ErrorCode.PEER_DIED_IN_SERVICE.result);
        }
        if (queue.server != null) {
            abandon(queue);
        }
        queue.offline = true;
        return 0;
    }

    /** Gives the service up for ever: as offline, and the slots go back; those with results that nobody has collected yet, later. */
    public void close(MessageQueue queue) {
        takeOffline(queue);
        queue.generation++;
        queue.reserved = 0;
        queue.owner.ownedSlots -= queue.capacity;
        queue.owner = null;
        while (queue.free != null) {
            MessageSlot slot = queue.free;
            queue.free = slot.next;
            pools.release(slot);
        }
        queue.capacity = 0;
    }

    /** Returns the message that is for longest in a state, QUEUED or IN_SERVICE, in the queues that an isolate serves, or null. */
    static MessageSlot oldest(Isolate server, MessageSlot.State state) {
        MessageSlot oldest = null;
        for (MessageQueue queue = server.served.first(); queue != null; queue = server.served.after(queue)) {
            OrderedList<MessageSlot> list = queue.list(state);
            for (MessageSlot slot = list.first(); slot != null; slot = list.after(slot)) {
                if (oldest == null || slot.since < oldest.since) {
                    oldest = slot;
                }
            }
        }
        return oldest;
    }
}
