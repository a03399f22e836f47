package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;

/** The life of queues: made by an owner, served by one isolate after the other, closed when the service is given up. */
public record Queues(Pools pools, Completion completion, Donation donation) {
    /** Makes a queue, which its owner serves until somebody else does; null if there is no queue or there are not so many slots left. */
    public MessageQueue create(Isolate owner, int slots, int rank) {
        MessageQueue queue = pools.freeQueue();
        if (queue == null || slots > pools.freeSlotCount()) return null;
        for (int i = 0; i < slots; i++) queue.adopt(pools.takeSlot());
        queue.owner = owner;
        queue.ownerHandles = 1;
        queue.rank = rank;
        queue.unservedDeath = -1;
        owner.ownedSlots += slots;
        serve(queue, owner);
        return queue;
    }

    /** Makes an isolate the server of a queue that nobody else but its owner serves. */
    public void serve(MessageQueue queue, Isolate server) {
        if (queue.server != null) abandon(queue);
        queue.server = server;
        queue.nextServed = server.served;
        server.served = queue;
        donation.settle(server.thread);
    }

    /**
     * The server is gone: what is queued stays for a successor; what is in service is queued again once if it may be repeated, and otherwise its caller is told.
     */
    public void abandon(MessageQueue queue) {
        Isolate server = queue.server;
        queue.server = null;
        unlink(server, queue);
        MessageSlot slot = queue.firstInService();
        while (slot != null) {
            MessageSlot next = slot.next;
            if (slot.repeat == MessageSlot.Repeat.ONCE) {
                slot.repeat = MessageSlot.Repeat.USED_UP;
                slot.voidToken();
                queue.requeue(slot);
            } else {
                completion.finish(slot, slot.repeat == MessageSlot.Repeat.USED_UP ? Refusal.POISONED : Refusal.PEER_DIED_IN_SERVICE);
            }
            slot = next;
        }
        donation.settle(server.thread);
        boolean waits = server.thread.state == ThreadState.RECEIVING && server.thread.queue == queue;
        if (waits) completion.wake(server.thread, Refusal.OFFLINE);
    }

    private static void unlink(Isolate server, MessageQueue queue) {
        MessageQueue before = null;
        MessageQueue at = server.served;
        while (at != queue) {
            before = at;
            at = at.nextServed;
        }
        if (before == null) server.served = queue.nextServed;
        else before.nextServed = queue.nextServed;
        queue.nextServed = null;
    }

    /** Gives the service up: every request in the queue ends, connections find it offline from now on, and the slots go back. */
    public void close(MessageQueue queue) {
        long ending = queue.server == null ? Refusal.PEER_DIED_QUEUED : Refusal.OFFLINE;
        while (queue.firstQueued() != null) completion.finish(queue.firstQueued(), ending);
        while (queue.firstInService() != null) completion.finish(queue.firstInService(), Refusal.OFFLINE);
        if (queue.server != null) abandon(queue);
        queue.generation++;
        queue.reserved = 0;
        queue.owner.ownedSlots -= queue.capacity;
        queue.owner = null;
        for (MessageSlot slot = queue.disown(); slot != null; slot = queue.disown()) pools.giveBack(slot);
    }

    /** Returns the operation of the request that an isolate has served for longest, or -1. */
    public static int operationInService(Isolate server) {
        int operation = -1;
        long oldest = Long.MAX_VALUE;
        for (MessageQueue queue = server.served; queue != null; queue = queue.nextServed) {
            for (MessageSlot slot = queue.firstInService(); slot != null; slot = slot.next) {
                if (slot.serviceStart < oldest) {
                    oldest = slot.serviceStart;
                    operation = Address.fromLong(slot.memory).loadInt(MessageLayout.OPERATION);
                }
            }
        }
        return operation;
    }

    /** Returns whether a request has been in service with this isolate since before {@code limit} time-stamp ticks ago. */
    public static boolean isOverdue(Isolate server, long now) {
        for (MessageQueue queue = server.served; queue != null; queue = queue.nextServed) {
            for (MessageSlot slot = queue.firstInService(); slot != null; slot = slot.next) {
                if (now - slot.serviceStart > server.requestLimit) return true;
            }
        }
        return false;
    }
}
