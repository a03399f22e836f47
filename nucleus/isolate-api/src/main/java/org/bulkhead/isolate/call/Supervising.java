package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.SystemCall;

/** The system calls that only an isolate with {@link org.bulkhead.nucleus.abi.Rights#SUPERVISE} may make; for all others each throws {@code NO_RIGHT}. */
public final class Supervising {
    /** Handle of the first isolate to its ledger: {@link RawBuffer#kept memory that is kept} for its successor. */
    public static final int LEDGER = 1;

    /** Handle of the supervisor itself. */
    private static final int ITSELF = 0;
    /** A place in a handle table is below this; see {@link SystemCall#INSPECT_HANDLE}. */
    private static final int TABLE_LIMIT = 256;

    private Supervising() {}

    /**
     * Makes a queue with {@code slots} slots that only isolates of a rank above {@code rank} may call; returns its handle, with all rights.
     *
     * @param slots how many messages it holds, 2 to 256
     * @param rank ordinal of the rank that serves it
     * @param name of the object, for the exception's message
     * @return the handle
     */
    public static int createQueue(int slots, int rank, String name) {
        return (int) Nucleus.check(Nucleus.tryCall(SystemCall.QUEUE_CREATE, slots, rank, 0, 0, 0), "queue " + name);
    }

    /**
     * Gives up a handle of this isolate; a queue whose maker closes it answers OFFLINE from then on.
     *
     * @param handle of this isolate
     */
    public static void close(int handle) {
        Nucleus.close(handle);
    }

    /**
     * Puts a tombstone on a queue of this isolate's: every request in it ends, and each further one is refused with OFFLINE, until an isolate is granted
     * {@link org.bulkhead.nucleus.abi.GrantKind#SERVE_QUEUE}. Connections stay.
     *
     * @param queue handle of the queue, with all rights
     * @param name of the object, for the exception's message
     */
    public static void takeOffline(int queue, String name) {
        Nucleus.check(Nucleus.tryCall(SystemCall.QUEUE_OFFLINE, queue, 0, 0, 0, 0), "queue " + name);
    }

    /**
     * Makes a stopped isolate without rights from an {@link IsolateRecord}; returns its handle.
     *
     * @param isolateRecord at least {@link IsolateRecord#SIZE} bytes
     * @param name of the object, for the exception's message
     * @return the handle
     */
    public static int createIsolate(RawBuffer isolateRecord, String name) {
        return (int) Nucleus.check(Nucleus.tryCall(SystemCall.ISOLATE_CREATE, isolateRecord.address(0, IsolateRecord.SIZE).toLong(), 0, 0, 0, 0), "isolate " + name);
    }

    /**
     * Grants what {@link org.bulkhead.nucleus.abi.GrantKind} says; returns the index of the new handle in the isolate's table.
     *
     * @param isolate handle of the isolate
     * @param kind one of {@link org.bulkhead.nucleus.abi.GrantKind}
     * @param a first datum of that kind
     * @param b second datum of that kind
     * @param what the right, for the exception's message
     * @return the index
     */
    public static int grant(int isolate, int kind, long a, long b, String what) {
        return (int) Nucleus.check(Nucleus.tryCall(SystemCall.ISOLATE_GRANT, isolate, kind, a, b, 0), what);
    }

    /**
     * Takes the handle with number {@code handle} in its table from an isolate, with the right that it named; {@code what} names that in the exception's message.
     *
     * @param isolate handle of the isolate
     * @param handle index and generation in the isolate's table
     * @param what the right, for the exception's message
     */
    public static void revoke(int isolate, long handle, String what) {
        Nucleus.check(Nucleus.tryCall(SystemCall.ISOLATE_REVOKE, isolate, handle, 0, 0, 0), what);
    }

    /**
     * Lets an isolate run.
     *
     * @param isolate handle of the isolate
     * @param name of the object, for the exception's message
     */
    public static void start(int isolate, String name) {
        Nucleus.check(Nucleus.tryCall(SystemCall.ISOLATE_START, isolate, 0, 0, 0, 0), "isolate " + name);
    }

    /**
     * Sets notification bits of an isolate, as {@link SystemBits} or others that its author expects.
     *
     * @param isolate handle of the isolate
     * @param bits a bit for each number, 0 to 63
     * @param name of the object, for the exception's message
     */
    public static void signal(int isolate, long bits, String name) {
        // The right is needed for this moment only, and places in the supervisor's table are scarce.
        int handle = grant(ITSELF, GrantKind.NOTIFY_ISOLATE, isolate, bits, name);
        long result = Nucleus.trySignal(handle, bits);
        close(handle);
        Nucleus.check(result, name);
    }

    /**
     * Kills an isolate for {@code reason}. Returns the bare result.
     *
     * @param isolate handle of the isolate
     * @param reason what its death record will say
     * @return 0, or a refusal
     */
    public static long tryKill(int isolate, DeathReason reason) {
        return Nucleus.tryCall(SystemCall.ISOLATE_KILL, isolate, reason.ordinal(), 0, 0, 0);
    }

    /**
     * {@return what is known of the isolate at {@code index} of the pool, from 0 on; null beyond the last}
     *
     * @param index place in the pool
     */
    public static IsolateInfo isolate(int index) {
        return inspect(SystemCall.INSPECT_ISOLATE, index) ? IsolateInfo.of(Records.buffer()) : null;
    }

    /**
     * {@return what is known of the queue at {@code index} of the pool, from 0 on; null beyond the last}
     *
     * @param index place in the pool
     */
    public static QueueInfo queue(int index) {
        return inspect(SystemCall.INSPECT_QUEUE, index) ? QueueInfo.of(Records.buffer()) : null;
    }

    /**
     * {@return what is known of an interrupt line, 0 to 15; null for other numbers}
     *
     * @param number of the line
     */
    public static LineInfo line(int number) {
        return inspect(SystemCall.INSPECT_LINE, number) ? LineInfo.of(Records.buffer()) : null;
    }

    /** {@return how much memory there is} */
    public static MemoryInfo memory() {
        inspect(SystemCall.INSPECT_MEMORY, 0);
        return MemoryInfo.of(Records.buffer());
    }

    /**
     * {@return what is known of the module at {@code index} of the pool, from 0 on; null beyond the last}
     *
     * @param index place in the pool
     */
    public static ModuleInfo module(int index) {
        return inspect(SystemCall.INSPECT_MODULE, index) ? ModuleInfo.of(Records.buffer()) : null;
    }

    /**
     * {@return what is at place {@code index} of the handle table of the isolate at place {@code isolate} of the pool, both from 0 on; null beyond the last}
     *
     * @param isolate place in the pool
     * @param index place in the table
     */
    public static HandleInfo handle(int isolate, int index) {
        return index >= 0 && index < TABLE_LIMIT && inspect(SystemCall.INSPECT_HANDLE, (long) isolate * TABLE_LIMIT + index) ? HandleInfo.of(Records.buffer()) : null;
    }

    private static boolean inspect(int what, long index) {
        long result = Nucleus.tryCall(SystemCall.INSPECT, what, index, Records.address(), 0, 0);
        if (Nucleus.error(result) == ErrorCode.NO_SUCH_OBJECT) {
            return false;
        }
        Nucleus.check(result, "inspection");
        return true;
    }

    /**
     * Fills {@code into} with the {@link DeathRecord} number {@code sequence}; returns whether it exists.
     *
     * @param sequence number of the death since boot, from 0 on
     * @param into at least {@link DeathRecord#SIZE} bytes
     * @return whether it exists
     */
    public static boolean deathRecord(long sequence, RawBuffer into) {
        return Nucleus.tryCall(SystemCall.INSPECT, SystemCall.INSPECT_DEATH, sequence, into.address(0, DeathRecord.SIZE).toLong(), 0, 0) >= 0;
    }

    /**
     * Copies the nucleus's log from {@code offset} (bytes since boot) on to {@code into}, or from the oldest text that is kept if that is later. Returns the offset behind the text,
     * {@code offset} itself at the end of the log; the number of bytes copied is the difference, or the length of {@code into} if that is smaller.
     *
     * @param offset bytes since boot
     * @param into where to
     * @return the offset behind the text
     */
    public static long readLog(long offset, RawBuffer into) {
        return Nucleus.check(Nucleus.tryCall(SystemCall.READ_LOG, offset, into.address(0, into.length()).toLong(), into.length(), 0, 0), "log");
    }

    /**
     * Switches the machine off, with an exit status for an emulator; never returns.
     *
     * @param status 0 to 255
     */
    public static void powerOff(int status) {
        Nucleus.tryCall(SystemCall.MACHINE, SystemCall.POWER_OFF, status, 0, 0, 0);
    }

    /** Starts the machine anew; never returns. */
    public static void reboot() {
        Nucleus.tryCall(SystemCall.MACHINE, SystemCall.RESTART, 0, 0, 0, 0);
    }
}
