package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.LineInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.QueueInfo;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.LogPiece;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionDispatcher;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathReason;

/** The first isolate: starts the others, restarts those that die, and answers what others ask about them. */
@Server(name = Supervision.SERVICE, rank = Rank.SUPERVISOR, serves = Supervision.class)
@Supervises
@Limits(heap = "4M", queue = 32)
public final class Supervisor implements Isolate, Supervision {
    private static final int TIMER_BIT = 63;
    private static final int TEXT_SIZE = 1024;
    private static final int NO_PROGRAM = -1;

    private final RawBuffer text = RawBuffer.allocate(TEXT_SIZE);
    private final RawBuffer logText = text.first(LogPiece.LIMIT);
    private final SerialHandover handover = new SerialHandover(text);
    private final Obituaries obituaries = new Obituaries();
    private final int incarnation;
    private final Roster roster;
    private final Launcher launcher;
    private final PciDevices devices;
    private final ServiceLoop loop = new ServiceLoop(new SupervisionDispatcher(this), bits -> notified());

    public Supervisor(Grants grants) {
        incarnation = grants.incarnation();
        roster = new Roster(grants.system());
        launcher = new Launcher(roster, handover);
        devices = new PciDevices(roster);
    }

    @Override
    public void run() {
        for (int i = 0; i < roster.size(); i++) {
            createQueue(roster.get(i));
        }
        roster.get(0).state = ComponentInfo.State.ALIVE;
        if (incarnation > 0) {
            // The nucleus has ended everything that the last supervisor had started.
            obituaries.skipEarlier();
        }
        Log.line("supervisor[" + incarnation + "]: " + roster.size() + " programs in the image");
        devices.begin();
        for (int i = 1; i < roster.size(); i++) {
            if (roster.get(i).manifest.start() == StartMode.BOOT) {
                start(roster.get(i));
            }
        }
        setTimer();
        loop.run();
    }

    private static void createQueue(Component component) {
        if (component.manifest.serves()) {
            component.queue = Supervising.createQueue(component.manifest.queueSlots(), component.manifest.rank().ordinal(), component.name());
        }
    }

    private void notified() {
        // First those that wait: their lines come before those of later deaths.
        tell();
        obituaries.poll();
        obituaries.collect(this::succeed);
        long now = Nucleus.now();
        if (devices.deadline() <= now) {
            devicesKnown();
        }
        for (int i = 0; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (each.state == ComponentInfo.State.WAITING && each.restartAt <= now) {
                start(each);
            }
        }
        setTimer();
    }

    /** Sets the timer to whatever is to be done next: a restart that was put off, or a look at services that have not come back. */
    private void setTimer() {
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

    /** Starts a component if it is known that its PCI function is there, or that it does without. */
    private void start(Component component) {
        switch (devices.readiness(component)) {
            case READY -> launch(component);
            case AWAITED -> component.state = ComponentInfo.State.AWAITING_DEVICE;
            case ABSENT -> {
                component.state = ComponentInfo.State.STOPPED;
                Log.line("supervisor: " + component.name() + " is not started: " + devices.whyAbsent(component));
            }
        }
    }

    /** Starts the components that waited for it to be known which PCI functions there are. */
    private void devicesKnown() {
        devices.complete();
        for (int i = 0; i < roster.size(); i++) {
            if (roster.get(i).state == ComponentInfo.State.AWAITING_DEVICE) {
                start(roster.get(i));
            }
        }
    }

    /** Launches a component; a refusal counts as a death, so it is tried again later. */
    private void launch(Component component) {
        try {
            if (component.incarnation == 0) {
                // Before, so that the line is on the serial console even if this is the isolate that takes it over.
                announce(component);
            }
            launcher.launch(component);
            // Nothing of lower rank runs while lines are written: a restart is told when the successor has had time to serve.
            component.startUntold = component.incarnation > 0;
        } catch (NucleusException e) {
            Log.line("supervisor: cannot start " + component.name() + ": " + e.getMessage());
            if (component.function != null && component.manifest.pci().optional()) {
                component.function = null;
                launch(component);
                return;
            }
            component.startedAt = Nucleus.now();
            plan(component);
            if (component.state == ComponentInfo.State.ALIVE) {
                component.state = ComponentInfo.State.WAITING;
                component.restartAt = Nucleus.after(Obituaries.POLL_NANOS);
            }
            setTimer();
        }
    }

    /** Logs the restarts that are not in the log yet, and the deaths before them. */
    private void tell() {
        for (int i = 0; i < roster.size(); i++) {
            if (roster.get(i).startUntold) {
                announce(roster.get(i));
            }
        }
        obituaries.tell();
    }

    private static void announce(Component component) {
        component.startUntold = false;
        Log.line("supervisor: starting " + component.name() + '[' + component.incarnation + "]: " + component.rights());
    }

    private Obituaries.Sequel succeed(long sequence, String name, DeathReason reason, long detail) {
        Component component = roster.named(name);
        if (component == null || component.state != ComponentInfo.State.ALIVE || component == roster.get(0)) {
            return Obituaries.Sequel.END;
        }
        Supervising.close(component.isolate);
        component.isolate = Component.NONE;
        component.incarnation++;
        RestartPolicy policy = component.manifest.restartPolicy();
        boolean orderly = reason == DeathReason.EXIT && detail == 0 || reason == DeathReason.KILLED;
        Component.Request request = component.request;
        component.request = Component.Request.NONE;
        if (request == Component.Request.DOWN) {
            component.state = ComponentInfo.State.STOPPED;
        } else if (request == Component.Request.RESTART) {
            start(component);
        } else if (policy == RestartPolicy.TEMPORARY || policy == RestartPolicy.TRANSIENT && orderly) {
            component.state = ComponentInfo.State.STOPPED;
        } else if (reason == DeathReason.KILLED) {
            // Done on request, so it says nothing against the component.
            start(component);
        } else {
            plan(component);
            if (component.state == ComponentInfo.State.ALIVE) {
                start(component);
            }
        }
        if (component == devices.server() && (component.state == ComponentInfo.State.STOPPED || component.state == ComponentInfo.State.GIVEN_UP)) {
            devicesKnown();
        }
        if (!component.manifest.serves() || component.state == ComponentInfo.State.STOPPED || component.state == ComponentInfo.State.GIVEN_UP) {
            return Obituaries.Sequel.END;
        }
        return component.startUntold ? Obituaries.Sequel.SUCCESSOR : Obituaries.Sequel.LATER;
    }

    /** Decides on the next start of a component that died now: state ALIVE = at once, WAITING = later, GIVEN_UP = never. */
    private void plan(Component component) {
        long now = Nucleus.now();
        long delay = component.plan.afterDeath(component.startedAt, now);
        if (delay == RestartPlan.GIVE_UP) {
            component.state = ComponentInfo.State.GIVEN_UP;
            Log.line("supervisor: " + component.name() + " died too often and is given up");
            if (component.queue != Component.NONE) {
                Supervising.close(component.queue);
                component.queue = Component.NONE;
            }
        } else if (delay > 0) {
            component.state = ComponentInfo.State.WAITING;
            component.restartAt = now + delay;
            Log.line("supervisor: " + component.name() + " will be restarted in " + delay / 1_000_000 + " ms");
        } else {
            component.state = ComponentInfo.State.ALIVE;
        }
    }

    private Component component(String name) throws SupervisionException {
        Component found = roster.named(name);
        if (found == null) {
            throw new SupervisionException("no program is named " + name);
        }
        return found;
    }

    @Override
    public IsolateInfo isolate(int index) {
        return Supervising.isolate(index);
    }

    @Override
    public ComponentInfo component(int index) {
        if (index < 0 || index >= roster.size()) {
            return null;
        }
        Component found = roster.get(index);
        return new ComponentInfo(found.name(), found.state, found.incarnation);
    }

    @Override
    public QueueInfo queue(int index) {
        return Supervising.queue(index);
    }

    @Override
    public String service(int index) {
        for (int i = 0; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (each.queue != Component.NONE && Nucleus.handleInfo(each.queue).object() == index) {
                return each.name();
            }
        }
        return null;
    }

    @Override
    public HandleInfo handle(int isolate, int index) {
        return isolate < 0 ? null : Supervising.handle(isolate, index);
    }

    @Override
    public LineInfo line(int number) {
        return Supervising.line(number);
    }

    @Override
    public MemoryInfo memory() {
        return Supervising.memory();
    }

    @Override
    public int deaths() {
        return obituaries.count();
    }

    @Override
    public byte[] deathRecord(int sequence, int offset) {
        return obituaries.piece(sequence, offset);
    }

    @Override
    public DeathInfo death(int sequence) {
        return obituaries.info(sequence);
    }

    @Override
    public void kill(String name) throws SupervisionException {
        end(living(name), Component.Request.NONE);
    }

    private Component living(String name) throws SupervisionException {
        Component component = component(name);
        if (component == roster.get(0)) {
            throw new SupervisionException("the supervisor does not end itself: use halt or reboot");
        }
        if (component.state != ComponentInfo.State.ALIVE) {
            throw new SupervisionException(name + " is not running");
        }
        return component;
    }

    private static void end(Component component, Component.Request request) throws SupervisionException {
        component.request = request;
        long result = Supervising.tryKill(component.isolate, DeathReason.KILLED);
        if (result < 0) {
            component.request = Component.Request.NONE;
            throw new SupervisionException("the nucleus refused to kill " + component.name() + ": " + Nucleus.error(result));
        }
    }

    @Override
    public void restart(String name) throws SupervisionException {
        Component component = component(name);
        if (component.state == ComponentInfo.State.WAITING) {
            start(component);
            tell();
        } else if (component.state == ComponentInfo.State.ALIVE) {
            end(living(name), Component.Request.RESTART);
        } else {
            start(name, component.argument);
        }
    }

    @Override
    public void down(String name) throws SupervisionException {
        Component component = component(name);
        if (component.state == ComponentInfo.State.WAITING || component.state == ComponentInfo.State.AWAITING_DEVICE) {
            component.state = ComponentInfo.State.STOPPED;
        } else {
            end(living(name), Component.Request.DOWN);
        }
    }

    @Override
    public void start(String name, long argument) throws SupervisionException {
        Component component = component(name);
        if (isUnderWay(component)) {
            throw new SupervisionException(name + " is running already");
        }
        if (devices.readiness(component) == PciDevices.Readiness.ABSENT) {
            throw new SupervisionException(name + " cannot be started: " + devices.whyAbsent(component));
        }
        if (component.state == ComponentInfo.State.GIVEN_UP) {
            component.forgetDeaths();
            createQueue(component);
        }
        component.argument = argument;
        start(component);
        tell();
    }

    @Override
    public boolean isRunning(String name) throws SupervisionException {
        return isUnderWay(component(name));
    }

    private static boolean isUnderWay(Component component) {
        return switch (component.state) {
            case ALIVE, WAITING, AWAITING_DEVICE -> true;
            case STOPPED, GIVEN_UP -> false;
        };
    }

    private void requirePciServer() throws SupervisionException {
        Component server = devices.server();
        if (server == null || loop.caller() != server.manifest.program()) {
            throw new SupervisionException("only the service " + PciBus.SERVICE + " says which PCI functions there are");
        }
    }

    @Override
    public int pciFunctionFound(PciFunction function) throws SupervisionException {
        requirePciServer();
        Component driver = devices.report(function);
        return driver == null ? NO_PROGRAM : driver.manifest.program();
    }

    @Override
    public void pciComplete() throws SupervisionException {
        requirePciServer();
        devicesKnown();
    }

    @Override
    public PciFunction pciFunction(int address) {
        return devices.at(address);
    }

    @Override
    public PciFunction pciDevice(int index) {
        return devices.found(index);
    }

    @Override
    public String pciDriver(int index) {
        Component driver = devices.driver(devices.found(index));
        return driver == null ? null : driver.name();
    }

    @Override
    public LogPiece log(long offset) {
        long next = Supervising.readLog(offset, logText);
        byte[] piece = new byte[(int) Math.min(next - offset, LogPiece.LIMIT)];
        logText.get(0, piece, 0, piece.length);
        return new LogPiece(next, piece);
    }

    @Override
    public long logOffset() {
        return handover.offset();
    }

    @Override
    public void halt(int exitStatus) {
        tell();
        Log.line("supervisor: switching off");
        Supervising.powerOff(exitStatus);
    }

    @Override
    public void reboot() {
        tell();
        Log.line("supervisor: starting the machine anew");
        Supervising.reboot();
    }
}
