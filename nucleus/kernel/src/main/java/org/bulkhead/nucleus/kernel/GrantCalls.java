package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.InterruptController;
import org.bulkhead.nucleus.kernel.hardware.KernelLog;
import org.bulkhead.nucleus.kernel.hardware.LastConsole;

/** The system call by which a supervisor gives an isolate its rights, one at a time. */
public record GrantCalls(Pools pools, Handles handles, Queues queues, Connections connections, Scheduler scheduler, InterruptController interrupts, KernelLog log) {
    private static final int PORTS_END = 1 << 16, FIRST_CONTROLLER = 0x20, SECOND_CONTROLLER = 0xA0, CONTROLLER_PORTS = 2, BITS = 64;

    /**
     * Supervisors: gives an isolate a right; returns the handle that it has for it, which in a new isolate is the next index.
     * Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT, BAD_ARGUMENT, ALREADY_GRANTED, NO_RESOURCE (handle table, port ranges, slots or connections used up).
     */
    long grant(KernelThread thread, long handle, long kind, long a, long b) {
        long entry = handles.find(thread.isolate, handle, HandleKind.ISOLATE);
        if (entry < 0) return entry;
        Isolate isolate = handles.isolate(thread.isolate.handles, (int) entry);
        if (isolate.state == IsolateState.FREE) return Refusal.STALE_HANDLE;
        if (kind < GrantKind.PORTS || kind > GrantKind.SUPERVISE) return Refusal.BAD_ARGUMENT;
        if (!isolate.handles.hasRoom()) return Refusal.NO_RESOURCE;
        switch ((int) kind) {
            case GrantKind.PORTS: return grantPorts(isolate, a, b);
            case GrantKind.INTERRUPT: return grantInterrupt(isolate, a, b);
            case GrantKind.SERVE_QUEUE: return grantService(thread.isolate, isolate, a);
            case GrantKind.USE_QUEUE: return grantConnection(thread.isolate, isolate, a, b);
            case GrantKind.NOTIFY_ISOLATE: return grantNotification(thread.isolate, isolate, a, b);
            default:
                isolate.handles.grant(0, Rights.SUPERVISE);
                return 0;
        }
    }

    private static long add(Isolate isolate, HandleKind kind, int object, int objectGeneration, int rights, long datum) {
        return isolate.handles.handle(isolate.handles.add(kind, object, objectGeneration, rights, datum));
    }

    private long grantPorts(Isolate isolate, long first, long count) {
        if (first < 0 || first >= PORTS_END || count <= 0 || count > PORTS_END - first) return Refusal.BAD_ARGUMENT;
        if (belongsToNucleus(first, count)) return Refusal.ALREADY_GRANTED;
        for (int i = 0; i < Pools.ISOLATES; i++) {
            Isolate other = pools.isolates[i];
            for (int range = 0; range < Isolate.PORT_RANGES; range++) {
                if (overlap(first, count, other.firstPort[range], other.portCount[range])) return Refusal.ALREADY_GRANTED;
            }
        }
        if (isolate.portRanges == Isolate.PORT_RANGES) return Refusal.NO_RESOURCE;
        // Point of no return.
        scheduler.closePorts();
        int range = 0;
        while (isolate.portCount[range] != 0) range++;
        isolate.firstPort[range] = (int) first;
        isolate.portCount[range] = (int) count;
        isolate.portRanges++;
        if (overlap(first, count, LastConsole.SERIAL, 1)) log.leaveSerial();
        return add(isolate, HandleKind.PORTS, range, 0, 0, 0);
    }

    private static boolean belongsToNucleus(long first, long count) {
        return overlap(first, count, FIRST_CONTROLLER, CONTROLLER_PORTS) || overlap(first, count, SECOND_CONTROLLER, CONTROLLER_PORTS)
            || overlap(first, count, Clock.FIRST_PORT, Clock.PORTS) || overlap(first, count, Clock.GATE_PORT, 1);
    }

    private static boolean overlap(long first, long count, int otherFirst, int otherCount) {
        return first < otherFirst + otherCount && otherFirst < first + count && otherCount > 0;
    }

    private long grantInterrupt(Isolate isolate, long number, long bit) {
        if (number < 0 || number >= InterruptController.LINES || bit < 0 || bit >= BITS) return Refusal.BAD_ARGUMENT;
        InterruptLine line = pools.lines[(int) number];
        if (line.owner != null || number == Clock.LINE || number == InterruptController.CASCADE) return Refusal.ALREADY_GRANTED;
        line.owner = isolate;
        line.bit = (int) bit;
        interrupts.unmask(line.number);
        return add(isolate, HandleKind.INTERRUPT, line.number, 0, 0, 0);
    }

    private long grantService(Isolate granter, Isolate isolate, long queueHandle) {
        long entry = handles.find(granter, queueHandle, HandleKind.QUEUE);
        if (entry < 0) return entry;
        if (!granter.handles.allows((int) entry, Rights.SERVE)) return Refusal.NO_RIGHT;
        MessageQueue queue = handles.queue(granter.handles, (int) entry);
        if (queue.server != null && queue.server != queue.owner) return Refusal.ALREADY_GRANTED;
        queues.serve(queue, isolate);
        return add(isolate, HandleKind.SERVED_QUEUE, queue.index, queue.generation, Rights.SERVE, 0);
    }

    private long grantConnection(Isolate granter, Isolate isolate, long queueHandle, long badgeAndCredits) {
        long entry = handles.find(granter, queueHandle, HandleKind.QUEUE);
        if (entry < 0) return entry;
        if (!granter.handles.allows((int) entry, Rights.CALL | Rights.SEND)) return Refusal.NO_RIGHT;
        int credits = (int) badgeAndCredits;
        if (credits <= 0) return Refusal.BAD_ARGUMENT;
        Connection connection = connections.open(handles.queue(granter.handles, (int) entry), credits, (int) (badgeAndCredits >>> 32));
        if (connection == null) return Refusal.NO_RESOURCE;
        return add(isolate, HandleKind.CONNECTION, connection.index, 0, Rights.CALL | Rights.SEND | Rights.COPY, 0);
    }

    private long grantNotification(Isolate granter, Isolate isolate, long target, long mask) {
        long entry = handles.find(granter, target, HandleKind.ISOLATE);
        if (entry < 0) return entry;
        Isolate told = handles.isolate(granter.handles, (int) entry);
        return add(isolate, HandleKind.NOTIFICATION, told.index, told.generation, Rights.NOTIFY | Rights.COPY, mask);
    }
}
