package org.bulkhead.nucleus.kernel;

/** The timers that are set, earliest first. */
public final class TimerList {
    /** Not a timer itself: the first one follows it. */
    private final Timer head = new Timer(null, null, null);

    /** Sets a timer to go off at {@code deadline}, wherever it stood before; {@link Timer#NEVER} just stops it. */
    public void set(Timer timer, long deadline) {
        stop(timer);
        if (deadline == Timer.NEVER) return;
        timer.deadline = deadline;
        timer.due = deadline;
        Timer before = head;
        while (before.next != null && before.next.deadline <= deadline) {
            before = before.next;
        }
        timer.next = before.next;
        before.next = timer;
    }

    /** Stops a timer, whether it was set or not. */
    public void stop(Timer timer) {
        if (timer.deadline == Timer.NEVER) return;
        Timer before = head;
        while (before.next != timer) {
            before = before.next;
        }
        before.next = timer.next;
        timer.deadline = Timer.NEVER;
    }

    /** Returns whether no timer is set. */
    public boolean isEmpty() {
        return head.next == null;
    }

    /** Returns a timer whose time has come, stopped; null if there is none. */
    public Timer takeExpired(long now) {
        Timer timer = head.next;
        if (timer == null || timer.deadline > now) return null;
        stop(timer);
        return timer;
    }
}
