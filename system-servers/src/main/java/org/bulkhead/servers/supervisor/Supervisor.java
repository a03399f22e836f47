package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionDispatcher;

/** The first isolate: starts the others, restarts those that die, and answers what others ask about them. It is made of the parts below, each of which is one matter. */
@Server(name = Supervision.SERVICE, rank = Rank.SUPERVISOR, serves = Supervision.class)
@Supervises
@Limits(heap = "4M", queue = 32)
public final class Supervisor implements Isolate {
    private static final int TEXT_SIZE = 1024;

    final RawBuffer text = RawBuffer.allocate(TEXT_SIZE);
    final SerialHandover handover = new SerialHandover(text);
    final Obituaries obituaries = new Obituaries();
    final Roster roster;
    final PciDevices devices;
    final Policy policy = new Policy();
    final Starter starter;
    final Recovery recovery;
    final Orders orders;
    final Timetable timetable;
    private final int incarnation;
    private final ServiceLoop loop = new ServiceLoop(new SupervisionDispatcher(new SupervisionService(this, this::caller, text)), bits -> notified());

    /**
     * Makes the supervisor of an image.
     *
     * @param grants its own, with the manifests of all programs
     */
    public Supervisor(Grants grants) {
        incarnation = grants.incarnation();
        roster = new Roster(grants.system());
        devices = new PciDevices(roster);
        starter = new Starter(roster, devices, new Launcher(roster, handover), policy);
        recovery = new Recovery(roster, devices, policy, starter);
        orders = new Orders(roster, devices, starter);
        timetable = new Timetable(roster, devices, starter, obituaries);
    }

    private int caller() {
        return loop.caller();
    }

    @Override
    public void run() {
        for (int i = 0; i < roster.size(); i++) {
            starter.createQueue(roster.get(i));
        }
        roster.supervisor().state = ComponentInfo.State.ALIVE;
        if (incarnation > 0) {
            // The nucleus has ended everything that the last supervisor had started.
            obituaries.skipEarlier();
        }
        Log.line("supervisor[" + incarnation + "]: " + roster.programs() + " programs in the image");
        devices.begin();
        for (int i = 1; i < roster.size(); i++) {
            if (roster.get(i).manifest().start() == StartMode.BOOT) {
                starter.start(roster.get(i));
            }
        }
        timetable.setTimer();
        loop.run();
    }

    private void notified() {
        // First those that wait: their lines come before those of later deaths.
        starter.tell();
        obituaries.poll();
        obituaries.collect(recovery);
        timetable.doDue();
        timetable.setTimer();
    }

    /** Writes the lines for which there was no time yet. */
    void tell() {
        starter.tell();
        obituaries.tell();
    }

    /** To be called when a request has started something: tells of it, and sees to the timer. */
    void settle() {
        tell();
        timetable.setTimer();
    }
}
