package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.Magic;

/**
 * The system calls that every isolate may make, one method each; the supervisor's own are in {@link Supervising}.
 *
 * <p>Methods that can be refused throw the {@link NucleusException} of the error; those whose name begins with {@code try} return the bare result.
 * Times are nanoseconds since boot, durations nanoseconds.
 */
public final class Nucleus {
    /** The deadline that never comes. */
    public static final long FOREVER = SystemCall.FOREVER;

    /** A handle's number consists of its place in the table, in the lowest 8 bits, and how often that place has been emptied. */
    private static final int NEXT_GENERATION = 1 << 8;

    /** Null in an image: there the processor makes the call. */
    static SystemCallGate simulation;

    private Nucleus() {}

    /** In a class of its own: the one around it has nothing to initialise, so its methods can be put in the place of their calls. */
    private static final class Errors {
        static final ErrorCode[] ALL = ErrorCode.values();

        private Errors() {}
    }

    /**
     * Makes the system call {@code number} with whatever arguments; returns the bare result, negative for a refusal.
     *
     * @param number one of {@link SystemCall}
     * @param a first argument, as {@link SystemCall} describes it
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @param e fifth argument
     * @return the result
     */
    @Inline
    public static long tryCall(int number, long a, long b, long c, long d, long e) {
        if (simulation != null) {
            return simulation.call(number, a, b, c, d, e);
        }
        return Magic.systemCall(number, a, b, c, d, e, 0);
    }

    /**
     * {@return the error behind a refused call's result, or null if the result is none}
     *
     * @param result of a system call
     */
    public static ErrorCode error(long result) {
        long ordinal = -result - 1;
        return ordinal >= 0 && ordinal < Errors.ALL.length ? Errors.ALL[(int) ordinal] : null;
    }

    /**
     * {@return {@code result} unless it is a refusal; {@code what} names the object of the call in the exception's message}
     *
     * @param result of a system call
     * @param what the object of the call, for the message
     */
    @Inline
    public static long check(long result, String what) {
        if (result < 0) {
            fail(result, what);
        }
        return result;
    }

    private static void fail(long result, String what) {
        throw NucleusException.of(error(result), what);
    }

    /** Enters the nucleus and returns: the smallest system call, for measuring. */
    public static void nothing() {
        tryCall(SystemCall.NULL, 0, 0, 0, 0, 0);
    }

    /**
     * Ends this isolate with {@code status}; never returns.
     *
     * @param status 0 if all is well
     */
    public static void exit(int status) {
        tryCall(SystemCall.EXIT, status, 0, 0, 0, 0);
    }

    /** Appends text to the nucleus's log; what the nucleus refuses is lost. */
    static void log(Address text, int length) {
        tryCall(SystemCall.LOG, text.toLong(), length, 0, 0, 0);
    }

    /** Lets others of the same priority run. */
    public static void yield() {
        tryCall(SystemCall.YIELD, 0, 0, 0, 0, 0);
    }

    /** {@return nanoseconds since boot} */
    @Inline
    public static long now() {
        return tryCall(SystemCall.CLOCK, 0, 0, 0, 0, 0);
    }

    /**
     * {@return the deadline that lies {@code nanos} in the future; {@link #FOREVER} stays what it is}
     *
     * @param nanos how far from now, or {@link #FOREVER}
     */
    @Inline
    public static long after(long nanos) {
        return nanos == FOREVER ? FOREVER : now() + nanos;
    }

    /**
     * Calls a queue; the reply replaces the message at {@code message}.
     *
     * @param queue handle of the queue
     * @param message where the message lies: raw memory as {@link org.bulkhead.nucleus.abi.MessageLayout} describes it
     * @param transfers the list of leases and handles that go along, or zero
     * @param deadline nanoseconds since boot, or {@link #FOREVER}
     * @return 0, or a refusal
     */
    @Inline
    public static long tryCallQueue(int queue, Address message, Address transfers, long deadline) {
        return tryCall(SystemCall.CALL, queue, message.toLong(), transfers.toLong(), deadline, 0);
    }

    /**
     * Sends a message that wants no reply.
     *
     * @param queue handle of the queue
     * @param message where the message lies: raw memory as {@link org.bulkhead.nucleus.abi.MessageLayout} describes it
     * @param transfers the list of leases and handles that go along, or zero
     * @return 0, or a refusal
     */
    @Inline
    public static long trySend(int queue, Address message, Address transfers) {
        return tryCall(SystemCall.SEND, queue, message.toLong(), transfers.toLong(), 0, 0);
    }

    /**
     * Waits for a message or notification; {@code queue} may also be 0 or {@link SystemCall#NOTIFICATIONS_ONLY}.
     *
     * @param queue handle of the queue, 0 for all that this isolate serves, or {@link SystemCall#NOTIFICATIONS_ONLY}
     * @param message where the message lies: raw memory as {@link org.bulkhead.nucleus.abi.MessageLayout} describes it
     * @param deadline nanoseconds since boot, or {@link #FOREVER}; one that has passed makes it look without waiting
     * @return what came, {@code RECEIVED_MESSAGE} or {@code RECEIVED_NOTIFICATION} of the same, or a refusal
     */
    @Inline
    public static long tryReceive(int queue, Address message, long deadline) {
        return tryCall(SystemCall.RECEIVE, queue, message.toLong(), deadline, 0, 0);
    }

    /**
     * Calls a queue without waiting: notification {@code bit} tells of the end. Returns the token of {@link #tryCollect} and {@link #tryCancel}.
     *
     * @param queue handle of the queue
     * @param message where the message lies: raw memory as {@link org.bulkhead.nucleus.abi.MessageLayout} describes it
     * @param transfers the list of leases and handles that go along, or zero
     * @param deadline nanoseconds since boot, or {@link #FOREVER}
     * @param bit number of the notification bit, 0 to 63
     * @return the token, or a refusal
     */
    public static long trySubmit(int queue, Address message, Address transfers, long deadline, int bit) {
        return tryCall(SystemCall.SUBMIT, queue, message.toLong(), transfers.toLong(), deadline, bit);
    }

    /**
     * Fetches the reply to a submitted request, or the error by which it ended.
     *
     * @param token of the request
     * @param message where the message lies: raw memory as {@link org.bulkhead.nucleus.abi.MessageLayout} describes it
     * @return 0 if the reply is in the message; otherwise how the request ended, or {@code NOT_ENDED}
     */
    public static long tryCollect(long token, Address message) {
        return tryCall(SystemCall.COLLECT, token, message.toLong(), 0, 0, 0);
    }

    /**
     * Ends a submitted request; 1 if it had ended before.
     *
     * @param token of the request
     * @return 0, 1, or a refusal
     */
    public static long tryCancel(long token) {
        return tryCall(SystemCall.CANCEL, token, 0, 0, 0, 0);
    }

    /**
     * {@return 1 if there is a credit for a queue; 0 if notification {@code bit} will tell, once, that one has come back}
     *
     * @param queue handle of the queue
     * @param bit number of the notification bit, 0 to 63
     */
    public static long tryAwaitCredit(int queue, int bit) {
        return tryCall(SystemCall.AWAIT_CREDIT, queue, bit, 0, 0, 0);
    }

    /**
     * Replies to a call; only handles may be among the transfers.
     *
     * @param token of the request
     * @param message where the message lies: raw memory as {@link org.bulkhead.nucleus.abi.MessageLayout} describes it
     * @param transfers the list of leases and handles that go along, or zero
     * @return 0, or a refusal: {@code TOKEN_VOID} if the caller no longer waits
     */
    @Inline
    public static long tryReply(long token, Address message, Address transfers) {
        return tryCall(SystemCall.REPLY, token, message.toLong(), transfers.toLong(), 0, 0);
    }

    /**
     * Replies to a call, with nothing but the message, and waits for the next message or notification, in one system call.
     *
     * @param token of the request
     * @param message where the message lies: raw memory as {@link org.bulkhead.nucleus.abi.MessageLayout} describes it
     * @param queue as in {@link #tryReceive}
     * @param deadline nanoseconds since boot, or {@link #FOREVER}
     * @return as {@link #tryReceive}; {@code TOKEN_VOID} if the caller no longer waits, and nothing was received
     */
    @Inline
    public static long tryReplyAndReceive(long token, Address message, int queue, long deadline) {
        return tryCall(SystemCall.REPLY_AND_RECEIVE, token, message.toLong(), queue, deadline, 0);
    }

    /** Makes a second handle to what {@code handle} names, with those of its rights that are also in {@code rights}. */
    static long tryCopy(int handle, int rights) {
        return tryCall(SystemCall.COPY, handle, rights, 0, 0, 0);
    }

    /** Gives up a handle of this isolate; one that it does not have is none to give up. */
    static void close(int handle) {
        tryCall(SystemCall.CLOSE, handle, 0, 0, 0, 0);
    }

    /**
     * Tells the nucleus that a request was malformed; its caller gets {@link RefusedException}.
     *
     * @param token of the request
     * @param reason a number for the record, as those of {@link org.bulkhead.isolate.message.ServiceLoop}
     */
    public static void refuse(long token, int reason) {
        tryCall(SystemCall.REFUSE, token, reason, 0, 0, 0);
    }

    /**
     * Copies from the memory that the caller of a request lent: from {@code offset} of its lease number {@code lease} to {@code to}.
     *
     * @param token of the request
     * @param lease number of the lease among those of the request, from 0 on
     * @param offset first byte in the lent memory
     * @param to where to, in memory of this isolate
     * @param length in bytes
     * @return 0 or more, or a refusal
     */
    public static long tryLeaseRead(long token, int lease, long offset, Address to, long length) {
        return tryCall(SystemCall.LEASE_READ, token, lease, offset, to.toLong(), length);
    }

    /**
     * Copies into the memory that the caller of a request lent: from {@code from} to {@code offset} of its lease number {@code lease}.
     *
     * @param token of the request
     * @param lease number of the lease among those of the request, from 0 on
     * @param offset first byte in the lent memory
     * @param from where from, in memory of this isolate
     * @param length in bytes
     * @return 0 or more, or a refusal
     */
    public static long tryLeaseWrite(long token, int lease, long offset, Address from, long length) {
        return tryCall(SystemCall.LEASE_WRITE, token, lease, offset, from.toLong(), length);
    }

    /**
     * Maps lease number {@code lease} of a request, which is made of {@code length} bytes in whole pages, of {@code kind}, until the request ends; returns its address.
     *
     * @param token of the request
     * @param lease number of the lease among those of the request, from 0 on
     * @param kind the access: {@code KIND_LEASE_READ} or {@code KIND_LEASE_WRITE} of {@link org.bulkhead.nucleus.abi.MessageLayout}
     * @param length in bytes
     * @return the address, or a refusal
     */
    @Inline
    public static long tryLeaseMap(long token, int lease, int kind, long length) {
        return tryCall(SystemCall.LEASE_MAP, token, lease, kind, length, 0);
    }

    /**
     * Sets notification bits of the isolate behind a handle.
     *
     * @param handle of the isolate
     * @param bits a bit for each number, 0 to 63
     * @return 0, or a refusal
     */
    public static long trySignal(int handle, long bits) {
        return tryCall(SystemCall.NOTIFY, handle, bits, 0, 0, 0);
    }

    /**
     * Unmasks an interrupt line, which is masked whenever it has notified.
     *
     * @param handle of the interrupt line
     * @throws NucleusException if that is no line of this isolate's, or has been taken away
     */
    public static void interruptDone(int handle) {
        check(tryCall(SystemCall.INTERRUPT_DONE, handle, 0, 0, 0, 0), "interrupt line");
    }

    /**
     * {@return what a handle of this isolate names}
     *
     * @param handle index and generation in this isolate's table
     * @throws NucleusException BAD_HANDLE if there is no such handle
     */
    public static HandleInfo handleInfo(int handle) {
        check(tryCall(SystemCall.HANDLE_INFO, handle, Records.address(), 0, 0, 0), "handle " + handle);
        return HandleInfo.of(Records.buffer());
    }

    /**
     * {@return the number under which the place of a handle in this isolate's table is known now, after the supervisor has taken the handle away and given it back}
     *
     * @param handle index and generation in this isolate's table, now or earlier
     */
    public static int latest(int handle) {
        int number = handle;
        while (error(tryCall(SystemCall.HANDLE_INFO, number, Records.address(), 0, 0, 0)) == ErrorCode.STALE_HANDLE) {
            number += NEXT_GENERATION;
        }
        return number;
    }

    /**
     * {@return whether a place of this isolate's handle table is taken}
     *
     * @param handle index in the table
     */
    public static boolean hasHandle(int handle) {
        return error(tryCall(SystemCall.HANDLE_INFO, handle, Records.address(), 0, 0, 0)) != ErrorCode.BAD_HANDLE;
    }

    /**
     * Sets notification {@code bit} at {@code deadline}, and every {@code period} from then on unless that is 0; the deadline {@link #FOREVER} stops it.
     *
     * @param bit number of the notification bit, 0 to 63
     * @param deadline nanoseconds since boot, or {@link #FOREVER}
     * @param period nanoseconds, at least a millisecond, or 0 for once
     * @throws NucleusException NO_RESOURCE if eight other bits have timers; BAD_ARGUMENT if a number is out of its range
     */
    public static void timer(int bit, long deadline, long period) {
        check(tryCall(SystemCall.TIMER, bit, deadline, period, 0, 0), "timer");
    }
}
