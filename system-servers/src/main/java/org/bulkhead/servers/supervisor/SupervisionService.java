package org.bulkhead.servers.supervisor;

import java.util.function.IntSupplier;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.LineInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.QueueInfo;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.LogPiece;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** The protocol's side of the supervisor: each operation, in terms of what the other classes do. */
final class SupervisionService implements Supervision {
    private static final int NO_PROGRAM = -1;

    private final Supervisor parts;
    private final IntSupplier caller;
    private final RawBuffer logText;

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
        parts.settle();
    }

    @Override
    public void down(String name) throws SupervisionException {
        parts.orders.down(name);
    }

    @Override
    public void start(String name, long argument) throws SupervisionException {
        parts.orders.start(name, argument);
        parts.settle();
    }

    @Override
    public boolean isRunning(String name) throws SupervisionException {
        return parts.orders.component(name).isUnderWay();
    }

    private void requirePciServer() throws SupervisionException {
        Component server = parts.devices.server();
        if (server == null || parts.roster.ofProgram(caller.getAsInt()) != server) {
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
        parts.starter.devicesKnown();
        parts.timetable.setTimer();
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
