package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.InterruptController;

/** Following handles to their objects, and what happens when one is copied or closed. */
public record Handles(Pools pools, Scheduler scheduler, InterruptController interrupts, Queues queues, Connections connections) {
    /**
     * Returns the index of the entry that {@code handle} names in the isolate's table, if it is of the kind and its object is still there.
     * Refuses: BAD_HANDLE, STALE_HANDLE, WRONG_KIND.
     */
    public long find(Isolate isolate, long handle, HandleKind kind) {
        long found = isolate.handles.find(handle);
        if (found < 0) return found;
        int entry = (int) found;
        if (isolate.handles.kind(entry) != kind) return Refusal.WRONG_KIND;
        return isStale(isolate.handles, entry) ? Refusal.STALE_HANDLE : found;
    }

    private boolean isStale(HandleTable table, int entry) {
        int generation = table.objectGeneration(entry);
        return switch (table.kind(entry)) {
            case ISOLATE, NOTIFICATION -> pools.isolates[table.object(entry)].generation != generation;
            case QUEUE, SERVED_QUEUE -> pools.queues[table.object(entry)].generation != generation;
            default -> false;
        };
    }

    /** Returns the isolate that an entry names. */
    public Isolate isolate(HandleTable table, int entry) { return pools.isolates[table.object(entry)]; }

    /** Returns the queue that an entry of kind QUEUE or SERVED_QUEUE names. */
    public MessageQueue queue(HandleTable table, int entry) { return pools.queues[table.object(entry)]; }

    /** Returns the connection that an entry names. */
    public Connection connection(HandleTable table, int entry) { return pools.connections[table.object(entry)]; }

    /** Returns whether handles of a kind can be copied and passed on; the others are bound to their isolate. */
    public static boolean isMovable(HandleKind kind) { return kind == HandleKind.CONNECTION || kind == HandleKind.NOTIFICATION; }

    /** Makes a second handle with fewer rights; its entry exists, is movable or of kind QUEUE or ISOLATE, and there is room. Returns the new handle. */
    public long copy(Isolate isolate, int entry, int rights) {
        HandleTable table = isolate.handles;
        HandleKind kind = table.kind(entry);
        if (kind == HandleKind.CONNECTION) {
            connection(table, entry).references++;
        } else if (kind == HandleKind.QUEUE && queue(table, entry).generation == table.objectGeneration(entry)) {
            queue(table, entry).ownerHandles++;
        }
        int index = table.add(kind, table.object(entry), table.objectGeneration(entry), table.rights(entry) & rights, table.datum(entry));
        return table.handle(index);
    }

    /** Closes an entry of an isolate's table, and lets go of what only it held. */
    public void close(Isolate isolate, int entry) {
        HandleTable table = isolate.handles;
        HandleKind kind = table.kind(entry);
        int object = table.object(entry);
        boolean stale = isStale(table, entry);
        table.remove(entry);
        switch (kind) {
            case CONNECTION -> connections.release(pools.connections[object]);
            case QUEUE -> {
                if (!stale && --pools.queues[object].ownerHandles == 0) queues.close(pools.queues[object]);
            }
            case SERVED_QUEUE -> {
                if (!stale && pools.queues[object].server == isolate) queues.abandon(pools.queues[object]);
            }
            case INTERRUPT -> mask(pools.lines[object]);
            case PORTS -> {
                scheduler.closePorts();
                isolate.portCount[object] = 0;
                isolate.portRanges--;
            }
            default -> { }
        }
    }

    private void mask(InterruptLine line) {
        interrupts.mask(line.number);
        line.owner = null;
    }
}
