package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.ComponentInfo;

/** What the supervisor has to do later, and the timer that reminds it: restarts that were put off, lines that are not written yet, services that have not come back. */
final class Timetable {
    /** Notification bit of the timer. */
    static final int TIMER_BIT = 63;

    private final Roster roster;
    private final PciDevices devices;
    private final Starter starter;
    private final Obituaries obituaries;

    Timetable(Roster roster, PciDevices devices, Starter starter, Obituaries obituaries) {
        this.roster = roster;
        this.devices = devices;
        this.starter = starter;
        this.obituaries = obituaries;
    }

    /** Does what is due now. */
    void doDue() {
        long now = Nucleus.now();
        if (devices.deadline() <= now) {
            starter.devicesKnown();
        }
        for (int i = 0; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (each.state == ComponentInfo.State.WAITING && each.restartAt <= now) {
                starter.start(each);
            }
        }
    }

    /** Sets the timer to whatever is to be done next. */
    void setTimer() {
        long deadline = obituaries.isPending() ? Nucleus.after(Obituaries.POLL_NANOS) : Nucleus.FOREVER;
        deadline = Math.min(deadline, devices.deadline());
        for (int i = 0; i < roster.size(); i++) {
            Component each = roster.get(i);
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
