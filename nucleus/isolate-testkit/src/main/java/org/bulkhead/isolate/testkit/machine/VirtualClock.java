package org.bulkhead.isolate.testkit.machine;

import java.util.PriorityQueue;

/** The machine's time, in nanoseconds since it was switched on, and what devices have planned. It moves only when it is moved. */
final class VirtualClock {
    /** No point in time. */
    static final long NEVER = Long.MAX_VALUE;

    private record Event(long time, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long planned;

    long now() {
        return now;
    }

    /** Lets {@code nanos} pass. */
    void pass(long nanos) {
        now += nanos;
    }

    /** Moves on to {@code time}, unless that is over. */
    void reach(long time) {
        now = Math.max(now, time);
    }

    /** Has {@code action} happen in {@code nanos} nanoseconds; what is planned for the same time happens in the order of planning. */
    void plan(long nanos, Runnable action) {
        events.add(new Event(now + nanos, planned++, action));
    }

    /** Returns when the next planned event happens, or {@link #NEVER}. */
    long nextEvent() {
        return events.isEmpty() ? NEVER : events.peek().time;
    }

    /** Returns the next event whose time has come, which is no longer planned then; null if there is none. */
    Runnable takeDue() {
        return nextEvent() <= now ? events.remove().action : null;
    }
}
