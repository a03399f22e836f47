package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/**
 * A place for one message of a queue, from the sending to the end of it: {@code FREE → QUEUED → IN_SERVICE → ENDED → FREE}. Only a submitted request stays ENDED, until its sender collects the reply.
 *
 * <pre>
 * token: 63 0 | 62..16 generation, 1 or more | 15..0 index in the pool
 * </pre>
 * The token of the service and the token of the submission are both of this form; a generation is used for one of them only, and once.
 */
public final class MessageSlot extends OrderedList.Link {
    /** The life of a slot. */
    public enum State { FREE, QUEUED, IN_SERVICE, ENDED }

    /** What the sender wants to have of the reply. */
    public enum Reply {
        /** Nothing: it sent. */
        UNWANTED,
        /** It called, and waits. */
        AWAITED,
        /** It submitted, and comes for it when it has ended. */
        COLLECTED
    }

    /** What becomes of a request whose server dies while it is in service. */
    public enum Repeat { NEVER, ONCE, USED_UP }

    private static final int INDEX_BITS = 16;
    private static final int ORDER_BITS = 56;
    /** No lease at this index. */
    public static final int NO_LEASE = 0;

    /** Index in the pool. */
    final int index;
    /** Handles on their way: with the request until the server has it, with the reply until the submitter has it. */
    public final HandleTable cargo = new HandleTable(MessageLayout.TRANSFER_LIMIT);
    /** Transfers that may be leases. */
    int lent;
    /** Per transfer: access lent, or {@link #NO_LEASE}. */
    public final int[] leaseKind = new int[MessageLayout.TRANSFER_LIMIT];
    public final long[] leaseAddress = new long[MessageLayout.TRANSFER_LIMIT];
    public final long[] leaseLength = new long[MessageLayout.TRANSFER_LIMIT];
    /** IN_SERVICE: where the server sees the lent pages, 0 = not mapped; and the server's memory. */
    final long[] mapped = new long[MessageLayout.TRANSFER_LIMIT];
    AddressSpace borrower;
    /** Ends the request. */
    public final Timer timer = new Timer(null, null, this);

    /** Where the nucleus keeps the message's 128 bytes. */
    public long memory;
    public State state = State.FREE;
    /** The queue that the slot belongs to, or null while it is in the pool. */
    public MessageQueue queue;
    /** Credit that it takes. */
    public Connection connection;
    /** Who called, submitted or sent; of a sent message perhaps gone. */
    public KernelThread sender;
    public Reply reply = Reply.UNWANTED;
    public int priority;
    public Repeat repeat = Repeat.NEVER;
    /** Order of arrival in the queue; kept when the request is queued again. */
    public long order;
    /** Time-stamp when it arrived in the queue; from then on when its service began. */
    public long since;
    /** COLLECTED: the sender's token. */
    long submission;
    /** COLLECTED: notification bit that tells the sender of the end. */
    int bit;
    /** COLLECTED and ENDED: 0, or the error. */
    long result;
    /** Next that is free in the queue or the pool. */
    MessageSlot next;
    private long generation;

    MessageSlot(int index) {
        this.index = index;
    }

    /** Works out the place in a list: by priority, then by arrival. */
    void rank() {
        key = order - ((long) priority << ORDER_BITS);
    }

    /** Returns whether a lease of that kind was sent with the request, at that place of its transfers. */
    boolean lends(long transfer, long kind) {
        return transfer >= 0 && transfer < lent && kind != NO_LEASE && leaseKind[(int) transfer] == kind;
    }

    /** The service is over: what was lent with the request is out of the server's sight. */
    void unmapLeases() {
        for (int i = 0; i < lent; i++) {
            if (mapped[i] != 0) {
                borrower.giveBack(sender.isolate.space, leaseAddress[i], mapped[i], leaseLength[i]);
                mapped[i] = 0;
            }
        }
    }

    /** Returns the message's operation. */
    int operation() {
        return Address.fromLong(memory).loadInt(MessageLayout.OPERATION);
    }

    /** Makes all tokens of services given out so far void. */
    public void voidToken() {
        generation++;
    }

    /** Returns the token that names the service of this message now. */
    public long token() {
        return generation << INDEX_BITS | index;
    }

    /** Makes and returns the token by which the sender names its submitted request. */
    long submit() {
        voidToken();
        submission = token();
        return submission;
    }

    /** Returns whether this is a request that an isolate submitted and has not collected. */
    boolean isSubmissionOf(Isolate isolate) {
        return state != State.FREE && reply == Reply.COLLECTED && sender == isolate.thread;
    }

    /** Returns the pool index in a token; of what is no token, any index. */
    public static int indexOf(long token) {
        return (int) token & Pools.SLOTS - 1;
    }
}
