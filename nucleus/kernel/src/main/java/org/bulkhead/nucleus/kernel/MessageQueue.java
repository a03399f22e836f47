package org.bulkhead.nucleus.kernel;

/**
 * A message queue: a fixed number of slots, each of which is free, queued, in service or ended. It belongs to a service, not to the isolate that serves it now, and outlives it.
 *
 * <p>Messages are ordered by priority, then by arrival. The credits of all connections never exceed the capacity, so a sender with a credit always finds a free slot.
 */
public final class MessageQueue extends KernelObject {
    /** Bounds of the number of slots. */
    public static final int MIN_SLOTS = 2;
    public static final int MAX_SLOTS = 256;

    /** Slots; 0 while the queue does not exist. */
    public int capacity;
    /** Slots promised to connections. */
    public int reserved;
    public int rank;
    /** Whoever made it, and is charged for it. */
    public Isolate owner;
    /** Whoever serves it now, or null. */
    public Isolate server;
    /** The tombstone: whatever is sent is refused, until somebody is made the server. */
    public boolean offline;
    /** Sequence number of the death of the last server, until a successor has completed a request; else -1. */
    public long unservedDeath = -1;

    /** First free slot, which the next message goes to; null if all are in use. */
    public MessageSlot free;
    final OrderedList<MessageSlot> queued = new OrderedList<>();
    final OrderedList<MessageSlot> inService = new OrderedList<>();
    /** Messages since it was made. */
    long arrivals;

    MessageQueue(int index) {
        super(index);
    }

    /** It does not exist. */
    @Override
    boolean isFree() {
        return owner == null;
    }

    /** A message is in {@link #free}, and has its place behind all of its priority; {@link #enqueue} or {@link #begin} must follow. */
    void accept(MessageSlot slot) {
        free = slot.next;
        slot.order = arrivals++;
        slot.rank();
    }

    /** FREE or IN_SERVICE → QUEUED: in the place that its priority and its arrival give it; the token is void. */
    void enqueue(MessageSlot slot) {
        leave(slot);
        slot.state = MessageSlot.State.QUEUED;
        queued.insert(slot);
    }

    /** FREE or QUEUED → IN_SERVICE, under a new token. */
    void begin(MessageSlot slot) {
        slot.voidToken();
        slot.state = MessageSlot.State.IN_SERVICE;
        inService.insert(slot);
    }

    /** A queued message, or one in service, has another priority now. */
    void reorder(MessageSlot slot, int priority) {
        slot.unlink();
        slot.priority = priority;
        slot.rank();
        list(slot.state).insert(slot);
    }

    /** Returns the messages that are queued or in service. */
    OrderedList<MessageSlot> list(MessageSlot.State state) {
        return state == MessageSlot.State.QUEUED ? queued : inService;
    }

    /** QUEUED or IN_SERVICE → ENDED; the token is void. */
    void end(MessageSlot slot) {
        leave(slot);
        slot.state = MessageSlot.State.ENDED;
    }

    private static void leave(MessageSlot slot) {
        slot.unlink();
        if (slot.lent > 0 && slot.state == MessageSlot.State.IN_SERVICE) {
            slot.unmapLeases();
        }
    }

    /** ENDED → FREE. */
    void release(MessageSlot slot) {
        slot.state = MessageSlot.State.FREE;
        slot.next = free;
        free = slot;
    }
}
