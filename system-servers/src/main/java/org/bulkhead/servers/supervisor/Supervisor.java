package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionDispatcher;

/** The first isolate: starts the others, restarts those that die, and answers what others ask about them. It is made of the parts below, each of which is one matter. */
@Server(name = Supervision.SERVICE, rank = Rank.SUPERVISOR, serves = Supervision.class)
@Supervises
@Limits(heap = "4M", queue = 32)
public final class Supervisor implements Isolate {
    private static final int TEXT_SIZE = 1024;

    private final RawBuffer text = RawBuffer.allocate(TEXT_SIZE);
    final Roster roster;
    final Ledger ledger;
    final History history;
    final SerialHandover handover;
    final Obituaries obituaries;
    final PciDevices devices;
    final Groups groups;
    final RecoveryCases cases;
    final Tombstones tombstones = new Tombstones();
    final Policy policy;
    final Launcher launcher;
    final Starter starter;
    final Recovery recovery;
    final Orders orders;
    final LiveUpdate update;
    final Installer installer;
    final Vigil vigil;
    final Herald herald;
    final Timetable timetable;
    private final int incarnation;
    /** Notification bits that wait for the timer. */
    private long postponed;
    private final ServiceLoop loop = new ServiceLoop(new SupervisionDispatcher(new SupervisionService(this, this::caller, text)), this::notified);

    /**
     * Makes the supervisor of an image.
     *
     * @param grants its own, with the manifests of all programs
     */
    public Supervisor(Grants grants) {
        incarnation = grants.incarnation();
        roster = new Roster(grants.system());
        ledger = new Ledger(roster, RawBuffer.kept(Supervising.LEDGER));
        history = new History(ledger);
        handover = new SerialHandover(text, ledger);
        devices = new PciDevices(roster, ledger);
        groups = new Groups(roster, ledger);
        cases = new RecoveryCases(roster);
        policy = new Policy(groups, cases, tombstones, history);
        launcher = new Launcher(roster, handover);
        starter = new Starter(roster, devices, launcher, policy, ledger, history);
        recovery = new Recovery(this);
        obituaries = new Obituaries(ledger, recovery);
        orders = new Orders(this);
        update = new LiveUpdate(this);
        installer = new Installer(this);
        vigil = new Vigil(roster);
        herald = new Herald(roster);
        timetable = new Timetable(this);
    }

    private int caller() {
        return loop.caller();
    }

    @Override
    public void run() {
        Log.line("supervisor[" + incarnation + "]: " + roster.programs() + " programs in the image");
        new Takeover(this).run(incarnation);
        obituaries.collect();
        // Bits that come from now on are of those who live.
        recovery.succeeded();
        proceed();
        loop.run();
    }

    private void notified(long bits) {
        if (starter.isUntold() && obituaries.hasNext(starter::isUntold)) {
            // Of one that has died again the lines come first that tell of its start.
            tell();
        }
        obituaries.collect();
        // A bit that told of a death says nothing of the successor, whose own follows.
        long succeeded = recovery.succeeded();
        long others = (bits | postponed) & ~succeeded;
        if ((bits >>> Timetable.TIMER_BIT & 1) != 0 && obituaries.isTimeToTell()) {
            tell();
            obituaries.poll();
        }
        if (isUntold()) {
            // All else can wait until the successor has come to work; that it begins to receive is no reason to keep it from doing so.
            postponed = others;
            if (succeeded != 0) {
                timetable.setTimer(obituaries.tellAt());
            }
            return;
        }
        look(others);
        proceed();
        if (obituaries.nextLook() == Nucleus.FOREVER) {
            tidyUp();
        }
    }

    /** Frees memory while all services are there if a good part is used up: a collection takes longer than a restart, and would keep one waiting. */
    private static void tidyUp() {
        Runtime heap = Runtime.getRuntime();
        if (heap.freeMemory() < heap.totalMemory() / 2) {
            System.gc();
        }
    }

    private boolean isUntold() {
        return obituaries.isUntold() || starter.isUntold();
    }

    private void look(long bits) {
        postponed = 0;
        update.look(bits & ~vigil.look(bits));
    }

    /** Looks at those whose notifications were put off, for somebody who wants to know. */
    void catchUp() {
        if (postponed != 0) {
            look(postponed);
        }
    }

    /** Does what is due, and sees to it that the rest is not forgotten: lines about it among that. To be called when a request has changed something, too. */
    void proceed() {
        timetable.doDue();
        herald.tell();
        timetable.setTimer();
    }

    /** Writes the lines for which there was no time yet. */
    void tell() {
        obituaries.tell();
        starter.tell();
    }

}
