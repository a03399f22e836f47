package org.bulkhead.nucleus.kernel;

/**
 * Priority donation: whoever serves callers runs at least at the priority of the highest of them, along chains of calls.
 *
 * <p>Chains end: a call goes only to a strictly lower rank.
 */
public record Donation(Scheduler scheduler) {
    /** A caller has come to the queue: lifts its server, and whoever that one waits for. */
    void lift(MessageQueue queue, int priority) {
        KernelThread server = queue.server == null ? null : queue.server.thread;
        while (server != null && server.priority < priority) {
            scheduler.setPriority(server, priority);
            server = passOn(server);
        }
    }

    /** A caller has left, or a server has come: works the thread's priority out anew, and that of whoever it waits for. */
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
        if (thread.state != ThreadState.CALLING) return null;
        thread.slot.priority = thread.priority;
        return thread.slot.queue.server == null ? null : thread.slot.queue.server.thread;
    }

    private static int deserved(KernelThread thread) {
        int priority = thread.basePriority;
        for (MessageQueue queue = thread.isolate.served; queue != null; queue = queue.nextServed) {
            priority = highest(queue.firstQueued(), priority);
            priority = highest(queue.firstInService(), priority);
        }
        return priority;
    }

    private static int highest(MessageSlot first, int least) {
        int priority = least;
        for (MessageSlot slot = first; slot != null; slot = slot.next) {
            if (slot.caller != null && slot.priority > priority) priority = slot.priority;
        }
        return priority;
    }
}
