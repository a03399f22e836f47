package org.bulkhead.nucleus.kernel;

/** The timers that are set, earliest first: the key of each is its deadline. */
public final class TimerList {
    final OrderedList<Timer> set = new OrderedList<>();

    /** Sets a timer to go off at {@code deadline}, wherever it stood before; {@link Timer#NEVER} just stops it. */
    public void set(Timer timer, long deadline) {
        timer.unlink();
        if (deadline == Timer.NEVER) return;
        timer.key = deadline;
        set.insert(timer);
    }

    /** Returns a timer whose time has come, stopped; null if there is none. */
    public Timer takeExpired(long now) {
        Timer timer = set.first();
        if (timer == null || timer.key > now) return null;
        timer.unlink();
        return timer;
    }
}
