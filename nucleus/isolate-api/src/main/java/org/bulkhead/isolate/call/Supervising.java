package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.IsolateStatus;
import org.bulkhead.nucleus.abi.SystemCall;

/** The system calls that only an isolate with {@link org.bulkhead.nucleus.abi.Rights#SUPERVISE} may make; for all others each throws {@code NO_RIGHT}. */
public final class Supervising {
    private Supervising() {}

    /** Makes a queue with {@code slots} slots that only isolates of a rank above {@code rank} may call; returns its handle, with all rights. */
    public static int createQueue(int slots, int rank, String name) {
        return (int) Nucleus.check(Nucleus.tryCall(SystemCall.QUEUE_CREATE, slots, rank, 0, 0, 0), "queue " + name);
    }

    /** Gives up a handle of this isolate; a queue whose maker closes it answers OFFLINE from then on. */
    public static void close(int handle) {
        Nucleus.close(handle);
    }

    /** Makes a stopped isolate without rights from an {@link IsolateRecord}; returns its handle. */
    public static int createIsolate(RawBuffer isolateRecord, String name) {
        return (int) Nucleus.check(Nucleus.tryCall(SystemCall.ISOLATE_CREATE, isolateRecord.address(0, IsolateRecord.SIZE).toLong(), 0, 0, 0, 0), "isolate " + name);
    }

    /** Grants what {@link org.bulkhead.nucleus.abi.GrantKind} says; returns the index of the new handle in the isolate's table. */
    public static int grant(int isolate, int kind, long a, long b, String what) {
        return (int) Nucleus.check(Nucleus.tryCall(SystemCall.ISOLATE_GRANT, isolate, kind, a, b, 0), what);
    }

    /** Lets an isolate run. */
    public static void start(int isolate, String name) {
        Nucleus.check(Nucleus.tryCall(SystemCall.ISOLATE_START, isolate, 0, 0, 0, 0), "isolate " + name);
    }

    /** Kills an isolate for {@code reason}. Returns the bare result. */
    public static long tryKill(int isolate, DeathReason reason) {
        return Nucleus.tryCall(SystemCall.ISOLATE_KILL, isolate, reason.ordinal(), 0, 0, 0);
    }

    /** Fills {@code into} with the {@link IsolateStatus} number {@code index}; returns whether there is one. */
    public static boolean status(int index, RawBuffer into) {
        return Nucleus.tryCall(SystemCall.ISOLATE_STATUS, index, into.address(0, IsolateStatus.SIZE).toLong(), 0, 0, 0) >= 0;
    }

    /** Fills {@code into} with the {@link DeathRecord} number {@code sequence}; returns whether it exists. */
    public static boolean deathRecord(long sequence, RawBuffer into) {
        return Nucleus.tryCall(SystemCall.DEATH_RECORD, sequence, into.address(0, DeathRecord.SIZE).toLong(), 0, 0, 0) >= 0;
    }

    /**
     * Copies the nucleus's log from {@code offset} (bytes since boot) on to {@code into}, or from the oldest text that is kept if that is later. Returns the offset behind the text,
     * {@code offset} itself at the end of the log; the number of bytes copied is the difference, or the length of {@code into} if that is smaller.
     */
    public static long readLog(long offset, RawBuffer into) {
        return Nucleus.check(Nucleus.tryCall(SystemCall.READ_LOG, offset, into.address(0, into.length()).toLong(), into.length(), 0, 0), "log");
    }

    /** Switches the machine off, with an exit status for an emulator; never returns. */
    public static void powerOff(int status) {
        Nucleus.tryCall(SystemCall.MACHINE, SystemCall.POWER_OFF, status, 0, 0, 0);
    }
}
