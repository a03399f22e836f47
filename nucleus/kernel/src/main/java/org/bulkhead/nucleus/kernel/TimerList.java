package org.bulkhead.nucleus.kernel;

/** The timers that are set, earliest first. */
public final class TimerList {
    final OrderedList<Timer> set = new OrderedList<>();

    /** Sets a timer to go off at {@code deadline}, wherever it stood before; {@link Timer#NEVER} just stops it. */
    public void set(Timer timer, long deadline) {
        stop(timer);
        if (deadline == Timer.NEVER) return;
        timer.deadline = deadline;
        timer.key = deadline;
        set.insert(timer);
    }

    /** Stops a timer, whether it was set or not. */
    public void stop(Timer timer) {
        if (timer.deadline == Timer.NEVER) return;
        timer.unlink();
        timer.deadline = Timer.NEVER;
    }

    /** Returns a timer whose time has come, stopped; null if there is none. */
    public Timer takeExpired(long now) {
        Timer timer = set.first();
        if (timer == null || timer.deadline > now) return null;
        stop(timer);
        return timer;
    }
}
