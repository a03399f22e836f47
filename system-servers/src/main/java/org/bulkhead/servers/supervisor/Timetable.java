package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.ComponentInfo;

/** What the supervisor has to do later, and the timer that reminds it: restarts that were put off, deadlines of others, lines that are not written yet, services that have not come back. */
final class Timetable {
    /** Notification bit of the timer. */
    static final int TIMER_BIT = 63;

    private final Supervisor parts;

    Timetable(Supervisor parts) {
        this.parts = parts;
    }

    /** Does what is due now. */
    void doDue() {
        long now = Nucleus.now();
        if (parts.devices.deadline() <= now) {
            parts.starter.devicesKnown();
        }
        parts.update.enforce(now);
        parts.vigil.enforce(now);
        parts.recovery.pursueCases();
        parts.groups.release(now);
        parts.starter.startDue(now);
    }

    /** Sets the timer to the time at which lines are written for which there is no time now. */
    void setTimer(long tellAt) {
        Nucleus.timer(TIMER_BIT, tellAt, 0);
    }

    /** Sets the timer to whatever is to be done next. */
    void setTimer() {
        long deadline = Math.min(parts.obituaries.nextLook(), parts.devices.deadline());
        deadline = Math.min(deadline, parts.vigil.deadline());
        deadline = Math.min(deadline, parts.update.deadline());
        deadline = Math.min(deadline, parts.cases.deadline());
        for (int i = 0; i < parts.roster.size(); i++) {
            Component each = parts.roster.get(i);
            if (each.startUntold) {
                deadline = Math.min(deadline, Nucleus.after(Obituaries.POLL_NANOS));
            }
            if (each.state == ComponentInfo.State.WAITING) {
                deadline = Math.min(deadline, each.restartAt);
            }
        }
        Nucleus.timer(TIMER_BIT, deadline, 0);
    }
}
