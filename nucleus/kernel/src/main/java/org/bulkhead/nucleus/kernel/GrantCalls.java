package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;

/** The system call by which a supervisor gives an isolate its rights, one at a time. */
public record GrantCalls(Pools pools, Queues queues, Scheduler scheduler, InterruptController controller, KernelLog log, PageFrames frames) {
    private static final int PORTS_END = 1 << 16;

    /**
     * Supervisors: gives an isolate a right; returns the handle that it has for it, which in a new isolate is the next index.
     * Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND, NO_RIGHT (each also of the granter's own handle in a), BAD_ARGUMENT, ALREADY_GRANTED, BAD_ADDRESS, NO_RESOURCE (handle table, slots, connections,
     * channels or the isolate's pages used up), NO_MEMORY.
     */
    long grant(HandleTable granter, Isolate isolate, long kind, long a, long b) {
        if (kind < GrantKind.PORTS || kind > GrantKind.LOAD) return ErrorCode.BAD_ARGUMENT.result;
        if (!isolate.handles.hasRoomFor(1)) return ErrorCode.NO_RESOURCE.result;
        return switch ((int) kind) {
            case GrantKind.PORTS -> grantPorts(isolate, a, b);
            case GrantKind.INTERRUPT -> grantInterrupt(isolate, a, b);
            case GrantKind.SERVE_QUEUE -> grantService(granter, isolate, a);
            case GrantKind.USE_QUEUE -> grantConnection(granter, isolate, a, b);
            case GrantKind.NOTIFY_ISOLATE -> grantNotification(granter, isolate, a, b);
            case GrantKind.DEVICE_WINDOW -> grantWindow(isolate, a, b);
            case GrantKind.DMA -> grantChannel(isolate, a, b);
            case GrantKind.KEPT_MEMORY -> grantKept(isolate, a);
            default -> {
                isolate.handles.entries[0].rights |= kind == GrantKind.SUPERVISE ? Rights.SUPERVISE : Rights.LOAD;
                yield 0;
            }
        };
    }

    private long grantPorts(Isolate isolate, long first, long count) {
        if (first < 0 || first >= PORTS_END || count <= 0 || count > PORTS_END - first) return ErrorCode.BAD_ARGUMENT.result;
        if (isTaken(first, count)) return ErrorCode.ALREADY_GRANTED.result;
        // Point of no return.
        scheduler.closePorts();
        isolate.ports += (int) count;
        if (overlap(first, count, KernelLog.SERIAL, 1)) {
            log.leaveSerial();
        }
        return isolate.handles.add(HandleKind.PORTS, isolate, 0, first, count).number();
    }

    private boolean isTaken(long first, long count) {
        for (DmaChannel channel : pools.channels) {
            if (channel.port != 0 && overlap(first, count, channel.port, DmaChannel.PORTS)) return true;
        }
        if (isHeld(HandleKind.PORTS, first, count)) return true;
        return overlap(first, count, InterruptController.FIRST_PORT, InterruptController.PORTS) || overlap(first, count, InterruptController.SECOND_PORT, InterruptController.PORTS)
            || overlap(first, count, Clock.FIRST_PORT, Clock.PORTS) || overlap(first, count, Clock.GATE_PORT, 1);
    }

    private long grantChannel(Isolate isolate, long port, long bytes) {
        boolean outOfRange = port <= 0 || port >= PORTS_END || bytes <= 0 || bytes > DmaChannel.BUFFER_SIZE;
        if (outOfRange || (port & DmaChannel.PORTS - 1) != 0 || (bytes & Window.PAGE - 1) != 0) return ErrorCode.BAD_ARGUMENT.result;
        DmaChannel channel = pools.channel((int) port);
        if (channel == null) return ErrorCode.NO_RESOURCE.result;
        if (channel.held || channel.port == 0 && isTaken(port, DmaChannel.PORTS)) return ErrorCode.ALREADY_GRANTED.result;
        // Point of no return.
        channel.port = (int) port;
        channel.held = true;
        channel.stop();
        return isolate.handles.add(HandleKind.DMA, channel, 0, 0, bytes).number();
    }

    private long grantWindow(Isolate isolate, long physical, long bytes) {
        boolean outOfRange = physical < 0 || bytes <= 0 || bytes > AddressSpaceLayout.WINDOW_SIZE || physical > Window.PHYSICAL_LIMIT - bytes;
        if (outOfRange || ((physical | bytes) & Window.PAGE - 1) != 0) return ErrorCode.BAD_ARGUMENT.result;
        if (frames.hasMemory(physical, physical + bytes)) return ErrorCode.BAD_ADDRESS.result;
        return show(isolate, HandleKind.DEVICE_WINDOW, physical, bytes, PageEntry.DEVICE_PAGE);
    }

    private long grantKept(Isolate isolate, long region) {
        if (region < 0 || region >= Pools.KEPT_REGIONS) return ErrorCode.BAD_ARGUMENT.result;
        return show(isolate, HandleKind.KEPT_MEMORY, pools.kept + region * AddressSpaceLayout.KEPT_SIZE, AddressSpaceLayout.KEPT_SIZE, PageEntry.WINDOW_PAGE);
    }

    private long show(Isolate isolate, HandleKind kind, long physical, long bytes, long bits) {
        if (isHeld(kind, physical, bytes)) return ErrorCode.ALREADY_GRANTED.result;
        if (!isolate.space.map(Handle.window(isolate.handles.next()), physical, bytes, bits)) return isolate.space.refusal.result;
        return isolate.handles.add(kind, isolate, 0, physical, bytes).number();
    }

    /** Returns whether some isolate has part of a range, by a handle of the kind. */
    private boolean isHeld(HandleKind kind, long first, long count) {
        for (Isolate other : pools.isolates) {
            // Handles take the first free entries, so of most tables only the beginning is looked at.
            int left = other.handles.used;
            for (int i = 0; left > 0; i++) {
                Handle each = other.handles.entries[i];
                left -= each.kind == HandleKind.NONE ? 0 : 1;
                if (each.kind == kind && overlap(first, count, each.a, each.b)) return true;
            }
        }
        return false;
    }

    private static boolean overlap(long first, long count, long otherFirst, long otherCount) {
        return first < otherFirst + otherCount && otherFirst < first + count;
    }

    private long grantInterrupt(Isolate isolate, long number, long bit) {
        if (number < 0 || number >= InterruptController.LINES || bit < 0 || bit >= Long.SIZE) return ErrorCode.BAD_ARGUMENT.result;
        InterruptLine line = pools.lines[(int) number];
        if (line.owner != null || number == Clock.LINE || number == InterruptController.CASCADE) return ErrorCode.ALREADY_GRANTED.result;
        line.owner = isolate;
        line.bit = (int) bit;
        controller.unmask(line.index);
        return isolate.handles.add(HandleKind.INTERRUPT, line, 0, number, bit).number();
    }

    private long grantService(HandleTable granter, Isolate isolate, long queueHandle) {
        Handle entry = granter.find(queueHandle, HandleKind.QUEUE, Rights.SERVE);
        if (entry == null) return granter.refusal.result;
        MessageQueue queue = pools.queues[entry.object.index];
        if (queue.server != null && queue.server != queue.owner) return ErrorCode.ALREADY_GRANTED.result;
        queues.serve(queue, isolate);
        return isolate.handles.add(HandleKind.SERVED_QUEUE, queue, Rights.SERVE, 0, 0).number();
    }

    private long grantConnection(HandleTable granter, Isolate isolate, long queueHandle, long badgeAndCredits) {
        Handle entry = granter.find(queueHandle, HandleKind.QUEUE, Rights.CALL | Rights.SEND);
        if (entry == null) return granter.refusal.result;
        int credits = (int) badgeAndCredits;
        if (credits <= 0) return ErrorCode.BAD_ARGUMENT.result;
        MessageQueue queue = pools.queues[entry.object.index];
        Connection connection = Pools.free(pools.connections);
        if (connection == null || credits > queue.capacity - queue.reserved) return ErrorCode.NO_RESOURCE.result;
        connection.open(queue, credits, (int) (badgeAndCredits >>> 32));
        return isolate.handles.add(HandleKind.CONNECTION, connection, Rights.CALL | Rights.SEND | Rights.COPY, 0, 0).number();
    }

    private long grantNotification(HandleTable granter, Isolate isolate, long target, long mask) {
        Handle entry = granter.find(target, HandleKind.ISOLATE, 0);
        if (entry == null) return granter.refusal.result;
        return isolate.handles.add(HandleKind.NOTIFICATION, entry.object, Rights.NOTIFY | Rights.COPY, mask, 0).number();
    }
}
