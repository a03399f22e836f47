package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
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

    private static final ErrorCode[] ERRORS = ErrorCode.values();

    /** Null in an image: there the processor makes the call. */
    static SystemCallGate simulation;

    private Nucleus() {}

    /** Makes the system call {@code number} with whatever arguments; returns the bare result, negative for a refusal. */
    public static long tryCall(int number, long a, long b, long c, long d, long e) {
        if (simulation != null) {
            return simulation.call(number, a, b, c, d, e);
        }
        return Magic.systemCall(number, a, b, c, d, e, 0);
    }

    /** Returns the error behind a refused call's result, or null if the result is none. */
    public static ErrorCode error(long result) {
        long ordinal = -result - 1;
        return ordinal >= 0 && ordinal < ERRORS.length ? ERRORS[(int) ordinal] : null;
    }

    /** Returns {@code result} unless it is a refusal; {@code what} names the object of the call in the exception's message. */
    public static long check(long result, String what) {
        if (result < 0) {
            throw NucleusException.of(error(result), what);
        }
        return result;
    }

    /** Enters the nucleus and returns: the smallest system call, for measuring. */
    public static void nothing() {
        tryCall(SystemCall.NULL, 0, 0, 0, 0, 0);
    }

    /** Ends this isolate with {@code status}; never returns. */
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

    /** Returns nanoseconds since boot. */
    public static long now() {
        return tryCall(SystemCall.CLOCK, 0, 0, 0, 0, 0);
    }

    /** Returns the deadline that lies {@code nanos} in the future; {@link #FOREVER} stays what it is. */
    public static long after(long nanos) {
        return nanos == FOREVER ? FOREVER : now() + nanos;
    }

    /** Calls a queue; the reply replaces the message at {@code message}. */
    public static long tryCallQueue(int queue, Address message, Address transfers, long deadline) {
        return tryCall(SystemCall.CALL, queue, message.toLong(), transfers.toLong(), deadline, 0);
    }

    /** Sends a message that wants no reply. */
    public static long trySend(int queue, Address message, Address transfers) {
        return tryCall(SystemCall.SEND, queue, message.toLong(), transfers.toLong(), 0, 0);
    }

    /** Waits for a message or notification; {@code queue} may also be 0 or {@link SystemCall#NOTIFICATIONS_ONLY}. */
    public static long tryReceive(int queue, Address message, long deadline) {
        return tryCall(SystemCall.RECEIVE, queue, message.toLong(), deadline, 0, 0);
    }

    /** Calls a queue without waiting: notification {@code bit} tells of the end. Returns the token of {@link #tryCollect} and {@link #tryCancel}. */
    public static long trySubmit(int queue, Address message, Address transfers, long deadline, int bit) {
        return tryCall(SystemCall.SUBMIT, queue, message.toLong(), transfers.toLong(), deadline, bit);
    }

    /** Fetches the reply to a submitted request, or the error by which it ended. */
    public static long tryCollect(long token, Address message) {
        return tryCall(SystemCall.COLLECT, token, message.toLong(), 0, 0, 0);
    }

    /** Ends a submitted request; 1 if it had ended before. */
    public static long tryCancel(long token) {
        return tryCall(SystemCall.CANCEL, token, 0, 0, 0, 0);
    }

    /** Returns 1 if there is a credit for a queue; 0 if notification {@code bit} will tell, once, that one has come back. */
    public static long tryAwaitCredit(int queue, int bit) {
        return tryCall(SystemCall.AWAIT_CREDIT, queue, bit, 0, 0, 0);
    }

    /** Replies to a call; only handles may be among the transfers. */
    public static long tryReply(long token, Address message, Address transfers) {
        return tryCall(SystemCall.REPLY, token, message.toLong(), transfers.toLong(), 0, 0);
    }

    /** Replies to a call, with nothing but the message, and waits for the next message or notification, in one system call. */
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

    /** Tells the nucleus that a request was malformed; its caller gets {@link RefusedException}. */
    public static void refuse(long token, int reason) {
        tryCall(SystemCall.REFUSE, token, reason, 0, 0, 0);
    }

    /** Copies from the memory that the caller of a request lent: from {@code offset} of its lease number {@code lease} to {@code to}. */
    public static long tryLeaseRead(long token, int lease, long offset, Address to, long length) {
        return tryCall(SystemCall.LEASE_READ, token, lease, offset, to.toLong(), length);
    }

    /** Copies into the memory that the caller of a request lent: from {@code from} to {@code offset} of its lease number {@code lease}. */
    public static long tryLeaseWrite(long token, int lease, long offset, Address from, long length) {
        return tryCall(SystemCall.LEASE_WRITE, token, lease, offset, from.toLong(), length);
    }

    /** Maps lease number {@code lease} of a request, which is made of {@code length} bytes in whole pages, of {@code kind}, until the request ends; returns its address. */
    public static long tryLeaseMap(long token, int lease, int kind, long length) {
        return tryCall(SystemCall.LEASE_MAP, token, lease, kind, length, 0);
    }

    /** Sets notification bits of the isolate behind a handle. */
    public static long trySignal(int handle, long bits) {
        return tryCall(SystemCall.NOTIFY, handle, bits, 0, 0, 0);
    }

    /** Unmasks an interrupt line, which is masked whenever it has notified. */
    public static void interruptDone(int handle) {
        check(tryCall(SystemCall.INTERRUPT_DONE, handle, 0, 0, 0, 0), "interrupt line");
    }

    /** Returns what a handle of this isolate names. */
    public static HandleInfo handleInfo(int handle) {
        check(tryCall(SystemCall.HANDLE_INFO, handle, Records.address(), 0, 0, 0), "handle " + handle);
        return HandleInfo.last();
    }

    /** Returns whether a place of this isolate's handle table is taken. */
    public static boolean hasHandle(int handle) {
        return error(tryCall(SystemCall.HANDLE_INFO, handle, Records.address(), 0, 0, 0)) != ErrorCode.BAD_HANDLE;
    }

    /** Sets notification {@code bit} at {@code deadline}, and every {@code period} from then on unless that is 0; the deadline {@link #FOREVER} stops it. */
    public static void timer(int bit, long deadline, long period) {
        check(tryCall(SystemCall.TIMER, bit, deadline, period, 0, 0), "timer");
    }
}
