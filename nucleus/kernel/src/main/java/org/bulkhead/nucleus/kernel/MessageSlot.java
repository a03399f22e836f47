package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;

/**
 * A place for one message of a queue, from the sending to the reply: {@code FREE → QUEUED → IN_SERVICE → FREE}.
 *
 * <pre>
 * reply token: 63 0 | 62..16 generation, 1 or more | 15..0 index in the pool
 * </pre>
 */
public final class MessageSlot {
    /** The life of a slot. */
    public enum State { FREE, QUEUED, IN_SERVICE }

    /** What becomes of a request whose server dies while it is in service. */
    public enum Repeat { NEVER, ONCE, USED_UP }

    private static final int INDEX_BITS = 16;
    /** No lease at this index. */
    public static final int NO_LEASE = 0;

    /** Index in the pool. */
    private final int index;
    /** Handles on their way. */
    public final HandleTable cargo = new HandleTable(MessageLayout.TRANSFER_LIMIT);
    /** Per transfer: access lent, or {@link #NO_LEASE}. */
    public final int[] leaseKind = new int[MessageLayout.TRANSFER_LIMIT];
    public final long[] leaseAddress = new long[MessageLayout.TRANSFER_LIMIT];
    public final long[] leaseLength = new long[MessageLayout.TRANSFER_LIMIT];

    /** Where the nucleus keeps the message's 128 bytes. */
    public long memory;
    public State state = State.FREE;
    /** The queue that the slot belongs to, or null while it is in the pool. */
    public MessageQueue queue;
    /** Credit that it takes. */
    public Connection connection;
    /** The waiting caller, or null: nobody waits for a reply. */
    public KernelThread caller;
    public int priority;
    public Repeat repeat = Repeat.NEVER;
    /** Order of arrival in the queue; kept when the request is queued again. */
    public long order;
    /** Time-stamp when the service began. */
    public long serviceStart;
    /** Next in the same state, or in the pool. */
    public MessageSlot next;
    private long generation;

    MessageSlot(int index) {
        this.index = index;
    }

    /** Returns the message's operation. */
    int operation() {
        return Address.fromLong(memory).loadInt(MessageLayout.OPERATION);
    }

    /** Makes all tokens given out so far void. */
    public void voidToken() {
        generation++;
    }

    /** Returns the token that names the service of this message now. */
    public long token() {
        return generation << INDEX_BITS | index;
    }

    /** Returns the pool index in a token; it may be out of range. */
    public static int indexOf(long token) {
        return (int) (token & (1 << INDEX_BITS) - 1);
    }
}
