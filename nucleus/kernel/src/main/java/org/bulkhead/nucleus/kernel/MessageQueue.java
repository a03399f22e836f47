package org.bulkhead.nucleus.kernel;

/**
 * A message queue: a fixed number of slots, of which each is free, queued or in service. It belongs to a service, not to the isolate that serves it now, and outlives it.
 *
 * <p>Queued messages are ordered by priority, then by arrival. The credits of all connections never exceed the capacity, so a sender with a credit always finds a free slot.
 */
public final class MessageQueue {
    /** Bounds of the number of slots. */
    public static final int MIN_SLOTS = 2;
    public static final int MAX_SLOTS = 256;

    /** Index in the pool. */
    public final int index;
    /** Rises when the queue is closed. */
    public int generation = 1;
    /** Slots; 0 while the queue does not exist. */
    public int capacity;
    /** Slots promised to connections. */
    public int reserved;
    public int rank;
    /** Whoever made it, and is charged for it. */
    public Isolate owner;
    /** Owner's handles to it. */
    public int ownerHandles;
    /** Whoever serves it now, or null. */
    public Isolate server;
    public MessageQueue nextServed;
    /** Sequence number of the death of the last server, until a successor has completed a request; else -1. */
    public long unservedDeath = -1;
    public int queuedCount, inServiceCount;

    private MessageSlot free, queued, inService;
    private long arrivals;

    public MessageQueue(int index) { this.index = index; }

    /** Adds a slot while the queue is being made. */
    public void adopt(MessageSlot slot) {
        slot.queue = this;
        slot.next = free;
        free = slot;
        capacity++;
    }

    /** Takes a free slot out of a queue that is being closed; null when there is none left. */
    public MessageSlot disown() {
        MessageSlot slot = free;
        if (slot != null) {
            free = slot.next;
            slot.next = null;
            slot.queue = null;
            capacity--;
        }
        return slot;
    }

    /** Returns the slot that the next message goes to, still free; null if all are in use. */
    public MessageSlot firstFree() { return free; }

    /** FREE → QUEUED: enters the message in {@link #firstFree()}, behind all of its priority. */
    public void enqueue(MessageSlot slot) {
        free = slot.next;
        slot.order = arrivals++;
        insert(slot);
    }

    /** IN_SERVICE → QUEUED: puts a message back in the place that its priority and its arrival give it. */
    public void requeue(MessageSlot slot) {
        leaveService(slot);
        insert(slot);
    }

    private void insert(MessageSlot slot) {
        MessageSlot before = null;
        MessageSlot after = queued;
        while (after != null && (after.priority > slot.priority || after.priority == slot.priority && after.order < slot.order)) {
            before = after;
            after = after.next;
        }
        slot.previous = before;
        slot.next = after;
        if (before == null) queued = slot;
        else before.next = slot;
        if (after != null) after.previous = slot;
        slot.state = MessageSlot.State.QUEUED;
        queuedCount++;
    }

    /** QUEUED → IN_SERVICE, under a new token. */
    public void begin(MessageSlot slot) {
        leaveQueued(slot);
        slot.voidToken();
        slot.previous = null;
        slot.next = inService;
        if (inService != null) inService.previous = slot;
        inService = slot;
        slot.state = MessageSlot.State.IN_SERVICE;
        inServiceCount++;
    }

    /** QUEUED or IN_SERVICE → FREE; the token is void. */
    public void release(MessageSlot slot) {
        if (slot.state == MessageSlot.State.QUEUED) leaveQueued(slot);
        else leaveService(slot);
        slot.voidToken();
        slot.state = MessageSlot.State.FREE;
        slot.caller = null;
        slot.connection = null;
        slot.next = free;
        slot.previous = null;
        free = slot;
    }

    private void leaveQueued(MessageSlot slot) {
        if (queued == slot) queued = slot.next;
        unlink(slot);
        queuedCount--;
    }

    private void leaveService(MessageSlot slot) {
        if (inService == slot) inService = slot.next;
        unlink(slot);
        inServiceCount--;
    }

    private static void unlink(MessageSlot slot) {
        if (slot.previous != null) slot.previous.next = slot.next;
        if (slot.next != null) slot.next.previous = slot.previous;
    }

    /** Returns the message to be served next, or null. */
    public MessageSlot firstQueued() { return queued; }

    /** Returns the first of the messages in service, chained by next, or null. */
    public MessageSlot firstInService() { return inService; }
}
