package org.bulkhead.servers.supervisor;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.LineInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.QueueInfo;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.message.Lease;
import org.bulkhead.isolate.message.LeaseException;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.InstalledProgram;
import org.bulkhead.isolate.protocol.LogPiece;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.RecoveryCase;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.SupervisionServer;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.vm.magic.WindowAccessError;

/** The protocol's side of the supervisor: each operation, in terms of what the other classes do. */
final class SupervisionService implements SupervisionServer {
    private static final int NO_PROGRAM = -1;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Supervisor parts;
    private final IntSupplier caller;
    private final RawBuffer logText;
    private final ByteBuffer manifestText = RawMemory.allocateBuffer(Supervision.MANIFEST_LIMIT);

    /** Makes the service of a supervisor; {@code caller} tells which program asks, and pieces of the log pass through {@code text}. */
    SupervisionService(Supervisor parts, IntSupplier caller, RawBuffer text) {
        this.parts = parts;
        this.caller = caller;
        logText = text.first(LogPiece.LIMIT);
    }

    @Override
    public IsolateInfo isolate(int index) {
        return Supervising.isolate(index);
    }

    @Override
    public ComponentInfo component(int index) {
        if (index < 0 || index >= parts.roster.size()) {
            return null;
        }
        Component found = parts.roster.get(index);
        return new ComponentInfo(found.name(), found.state, found.incarnation);
    }

    @Override
    public QueueInfo queue(int index) {
        return Supervising.queue(index);
    }

    @Override
    public String service(int index) {
        for (int i = 0; i < parts.roster.size(); i++) {
            Component each = parts.roster.get(i);
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
        return parts.obituaries.count();
    }

    @Override
    public byte[] deathRecord(int sequence, int offset) {
        return parts.obituaries.piece(sequence, offset);
    }

    @Override
    public DeathInfo death(int sequence) {
        return parts.obituaries.info(sequence);
    }

    @Override
    public void kill(String name) throws SupervisionException {
        parts.orders.kill(name);
    }

    @Override
    public void restart(String name) throws SupervisionException {
        parts.orders.restart(name);
        parts.proceed();
    }

    @Override
    public void down(String name) throws SupervisionException {
        parts.orders.down(name);
        parts.proceed();
    }

    @Override
    public void start(String name, long argument) throws SupervisionException {
        parts.orders.start(name, argument);
        parts.proceed();
    }

    @Override
    public void refresh(String name) throws SupervisionException {
        parts.orders.refresh(name);
        parts.timetable.setTimer();
    }

    @Override
    public void update(String name, String version, UpdateReply reply) {
        answering(reply::answer, reply::fail, answer -> parts.orders.update(name, version, answer));
    }

    /** Begins an update that is answered when it has ended, at once if it cannot begin. */
    private interface Beginning {
        void begin(LiveUpdate.Answer answer) throws SupervisionException;
    }

    private void answering(Consumer<UpdateResult> done, Consumer<SupervisionException> failed, Beginning update) {
        LiveUpdate.Answer answer = new LiveUpdate.Answer() {
            @Override
            public void done(UpdateResult result) {
                done.accept(result);
            }

            @Override
            public void failed(SupervisionException why) {
                failed.accept(why);
            }
        };
        try {
            update.begin(answer);
        } catch (SupervisionException e) {
            failed.accept(e);
        }
        parts.proceed();
    }

    @Override
    public void inject(String name, InjectedFault fault) throws SupervisionException {
        parts.orders.inject(name, fault);
    }

    @Override
    public String version(String name, int index) {
        Component found = parts.roster.named(name);
        return found == null || index < 0 || index >= found.versions().size() ? null : found.versions().get(index).name();
    }

    @Override
    public boolean isRunning(String name) throws SupervisionException {
        return parts.orders.component(name).isUnderWay();
    }

    @Override
    public ComponentStatus status(int index) {
        if (index < 0 || index >= parts.roster.size()) {
            return null;
        }
        parts.catchUp();
        Component it = parts.roster.get(index);
        long now = Nucleus.now();
        return new ComponentStatus(it.name(), it.state, it.manifest().name(), it.incarnation, it.plan.burst(now), it.plan.sustained(now),
            (int) (it.plan.delay(it.startedAt, now) / NANOS_PER_MILLI), it.state == ComponentInfo.State.WAITING ? it.restartAt : 0, it.state == ComponentInfo.State.ALIVE && it.ready, it.lastReason);
    }

    @Override
    public int events() {
        parts.tell();
        return parts.history.count();
    }

    @Override
    public SupervisionEvent event(int number) {
        return parts.history.event(number);
    }

    private Component client() {
        return parts.roster.ofProgram(caller.getAsInt());
    }

    @Override
    public void complain(String name, String why) throws SupervisionException {
        parts.catchUp();
        parts.orders.complain(client(), name, why);
    }

    @Override
    public void alive() {
        Vigil.sign(client());
        // The timer may go off too early, and finds nothing then.
    }

    @Override
    public RecoveryCase recoveryCase(int number) throws SupervisionException {
        Component it = parts.cases.entrusted(number, client());
        long now = Nucleus.now();
        return new RecoveryCase(it.name(), it.incarnation - 1, it.openCase.reason(), it.openCase.detail(), it.plan.burst(now) + 1, it.plan.sustained(now) + 1);
    }

    @Override
    public void recoverByRestart(int number, int delayMillis) throws SupervisionException {
        parts.recovery.decideToRestart(number, client(), delayMillis);
        parts.proceed();
    }

    @Override
    public void recoverByGivingUp(int number) throws SupervisionException {
        parts.recovery.decideToGiveUp(number, client());
        parts.proceed();
    }

    @Override
    public void recoverByStarting(int number, String other) throws SupervisionException {
        parts.cases.entrusted(number, client());
        if (!parts.orders.component(other).isUnderWay()) {
            parts.orders.start(other, number);
        }
        parts.recovery.decideToGiveUp(number, client());
        parts.proceed();
    }

    private void requirePciServer() throws SupervisionException {
        Component server = parts.devices.server();
        if (server == null || client() != server) {
            throw new SupervisionException("only the service " + PciBus.SERVICE + " says which PCI functions there are");
        }
    }

    @Override
    public int pciFunctionFound(PciFunction function) throws SupervisionException {
        requirePciServer();
        Component driver = parts.devices.report(function);
        return driver == null ? NO_PROGRAM : driver.manifest().program();
    }

    @Override
    public void pciComplete() throws SupervisionException {
        requirePciServer();
        // A PCI server that was started again tells nothing new, unless a supervisor has ended between that and the start of the drivers.
        if (!parts.devices.isComplete() || parts.roster.any(each -> each.state == ComponentInfo.State.AWAITING_DEVICE)) {
            parts.starter.devicesKnown();
            parts.proceed();
        }
    }

    @Override
    public PciFunction pciFunction(int address) {
        return parts.devices.at(address);
    }

    @Override
    public PciFunction pciDevice(int index) {
        return parts.devices.found(index);
    }

    @Override
    public String pciDriver(int index) {
        Component driver = parts.devices.driver(parts.devices.found(index));
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
        return parts.handover.offset();
    }

    @Override
    public int install(String source, ByteBuffer manifest, Handle module) throws SupervisionException {
        byte[] bytes = new byte[manifest.remaining()];
        try {
            manifest.get(0, bytes);
        } catch (WindowAccessError e) {
            // Who lent it is gone.
            module.close();
            throw e;
        }
        int program = parts.installer.install(source, bytes, module);
        parts.proceed();
        return program;
    }

    @Override
    public void updateTo(String name, String source, Lease manifest, Handle module, UpdateToReply reply) {
        byte[] bytes = new byte[manifest.length()];
        manifestText.clear().limit(bytes.length);
        try {
            manifest.read(0, manifestText);
        } catch (LeaseException e) {
            module.close();
            throw e;
        }
        manifestText.get(0, bytes);
        answering(reply::answer, reply::fail, answer -> parts.installer.updateTo(name, source, bytes, module, answer));
    }

    @Override
    public void rollback(String name, RollbackReply reply) {
        answering(reply::answer, reply::fail, answer -> parts.installer.rollback(name, answer));
    }

    @Override
    public void uninstall(String name) throws SupervisionException {
        parts.installer.uninstall(name);
        parts.proceed();
    }

    @Override
    public InstalledProgram installed(int index) {
        return parts.installer.installed(index);
    }

    @Override
    public String source(int index) {
        return parts.installer.source(index);
    }

    @Override
    public void halt(int exitStatus) {
        parts.tell();
        Log.line("supervisor: switching off");
        Supervising.powerOff(exitStatus);
    }

    @Override
    public void reboot() {
        parts.tell();
        Log.line("supervisor: starting the machine anew");
        Supervising.reboot();
    }
}
