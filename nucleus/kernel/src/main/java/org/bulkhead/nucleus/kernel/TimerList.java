package org.bulkhead.nucleus.kernel;

/** The timers that are set, earliest first. */
public final class TimerList {
    private Timer first;

    /** Sets a timer to go off at {@code deadline}, wherever it stood before; {@link Timer#NEVER} just stops it. */
    public void set(Timer timer, long deadline) {
        stop(timer);
        if (deadline == Timer.NEVER) return;
        timer.deadline = deadline;
        timer.due = deadline;
        Timer before = null;
        Timer after = first;
        while (after != null && after.deadline <= deadline) {
            before = after;
            after = after.next;
        }
        timer.previous = before;
        timer.next = after;
        if (before == null) first = timer;
        else before.next = timer;
        if (after != null) after.previous = timer;
    }

    /** Stops a timer, whether it was set or not. */
    public void stop(Timer timer) {
        if (timer.deadline == Timer.NEVER) return;
        if (first == timer) first = timer.next;
        if (timer.previous != null) timer.previous.next = timer.next;
        if (timer.next != null) timer.next.previous = timer.previous;
        timer.next = null;
        timer.previous = null;
        timer.deadline = Timer.NEVER;
    }

    /** Returns a timer whose time has come, stopped; null if there is none. */
    public Timer takeExpired(long now) {
        Timer timer = first;
        if (timer == null || timer.deadline > now) return null;
        stop(timer);
        return timer;
    }
}
