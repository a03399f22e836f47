package org.bulkhead.nucleus.kernel;

/**
 * Priority donation: whoever serves callers that wait runs at least at the priority of the highest of them, along chains of calls.
 *
 * <p>Chains end: a call goes only to a strictly lower rank.
 */
public record Donation(Scheduler scheduler) {
    /** A caller or a server has come or left: works the thread's priority out anew, and that of whoever it waits for. */
    void settle(KernelThread thread) {
        KernelThread server = thread;
        while (server != null) {
            int priority = deserved(server);
            if (priority == server.priority) return;
            scheduler.setPriority(server, priority);
            server = passOn(server);
        }
    }

    private static KernelThread passOn(KernelThread thread) {
        if (thread.state != KernelThread.State.CALLING) return null;
        MessageQueue queue = thread.slot.queue;
        queue.reorder(thread.slot, thread.priority);
        Isolate server = queue.server;
        return server == null ? null : server.thread;
    }

    private static int deserved(KernelThread thread) {
        int priority = thread.basePriority;
        for (MessageQueue queue = thread.isolate.served.first(); queue != null; queue = thread.isolate.served.after(queue)) {
            priority = highest(queue.queued, priority);
            priority = highest(queue.inService, priority);
        }
        return priority;
    }

    /** Returns the priority of the foremost message whose sender waits, if it is above {@code least}; the list has the highest priorities first. */
    private static int highest(OrderedList<MessageSlot> list, int least) {
        for (MessageSlot slot = list.first(); slot != null && slot.priority > least; slot = list.after(slot)) {
            if (slot.reply == MessageSlot.Reply.AWAITED) return slot.priority;
        }
        return least;
    }
}
