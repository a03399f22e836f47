package org.bulkhead.servers.loader;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.message.Dispatcher;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.NotificationHandler;
import org.bulkhead.isolate.message.Outcome;

/**
 * Has the garbage of a server's requests collected, and its memory given back to the machine, once nobody has asked for anything for {@value #IDLE_NANOS} nanoseconds. Replies are never later for it: the
 * collection comes with a timer's notification, and a request that comes first puts it off.
 */
final class IdleCollection implements Dispatcher, NotificationHandler {
    private static final int TIMER_BIT = 0;
    private static final long IDLE_NANOS = 200_000_000L;
    /** Less garbage is not worth a look at what lives. */
    private static final long WORTHWHILE_BYTES = 4 << 20;
    private static final int KILO = 1024;

    private final Dispatcher dispatcher;
    private long usedAfterLast = used();

    /** Makes the wrapper of a server's dispatcher; bits go to it as well. */
    IdleCollection(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public Outcome dispatch(Message message) {
        Nucleus.timer(TIMER_BIT, Nucleus.FOREVER, 0);
        try {
            return dispatcher.dispatch(message);
        } finally {
            Nucleus.timer(TIMER_BIT, Nucleus.after(IDLE_NANOS), 0);
        }
    }

    @Override
    public void notified(long bits) {
        long before = used();
        if (before - usedAfterLast >= WORTHWHILE_BYTES) {
            System.gc();
            usedAfterLast = used();
            Log.line("loader: " + usedAfterLast / KILO + " KiB of " + before / KILO + " are still needed");
        }
    }

    private static long used() {
        Runtime heap = Runtime.getRuntime();
        return heap.totalMemory() - heap.freeMemory();
    }
}
