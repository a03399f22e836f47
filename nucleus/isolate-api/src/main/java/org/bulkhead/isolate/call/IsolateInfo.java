package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.IsolateStatus;

/**
 * An isolate as the nucleus sees it at this moment.
 *
 * @param name empty if nobody is at this place now; then only the generation means something
 * @param generation how often the place has been used
 * @param incarnation how often the program had been started before
 * @param state whether it is there
 * @param rank calls go only to strictly lower ranks
 * @param pages page frames in use, page tables included
 * @param pageQuota most that it may have
 * @param ticks processor time, in ticks of the time-stamp counter
 * @param handles handles in use
 * @param priority its own, 0 (lowest) to 7
 * @param ports I/O ports that it may touch
 * @param interrupts lines that it has, a bit for each
 * @param overruns how often it used up its processor budget
 * @param refusals malformed requests that it sent
 * @param currentPriority priority at which it runs now, a donated one included
 * @param activity what its thread does
 * @param program number that it was made with
 * @param ready whether it has received messages, or waited for some
 */
public record IsolateInfo(String name, int generation, int incarnation, State state, int rank, int pages, int pageQuota, long ticks, int handles, int priority, int ports, int interrupts,
        int overruns, int refusals, int currentPriority, Activity activity, int program, boolean ready) {
    /** Whether the isolate is there; the ordinals are those of {@link IsolateStatus#STATE}. */
    public enum State {
        /** Nobody is at this place. */
        FREE,
        /** It has been made and not started. */
        STOPPED,
        /** It has been started and has not died. */
        ALIVE
    }

    /** What its thread does; the ordinals are those of {@link IsolateStatus#THREAD_STATE}. */
    public enum Activity {
        /** It has not been started. */
        STOPPED,
        /** It runs, or could run. */
        READY,
        /** Its share of this tenth of a second is used up. */
        THROTTLED,
        /** It waits for the reply to a call. */
        CALLING,
        /** It waits for messages or notifications. */
        RECEIVING
    }

    private static final State[] STATES = State.values();
    private static final Activity[] ACTIVITIES = Activity.values();

    static IsolateInfo of(RawBuffer record) {
        return new IsolateInfo(record.text(Records.offset(IsolateStatus.NAME), IsolateRecord.NAME_SIZE),
            Records.number(record, IsolateStatus.GENERATION), Records.number(record, IsolateStatus.INCARNATION),
            STATES[Records.number(record, IsolateStatus.STATE)], Records.number(record, IsolateStatus.RANK), Records.number(record, IsolateStatus.PAGES), Records.number(record, IsolateStatus.PAGE_QUOTA),
            Records.field(record, IsolateStatus.TICKS), Records.number(record, IsolateStatus.HANDLES), Records.number(record, IsolateStatus.PRIORITY), Records.number(record, IsolateStatus.PORTS),
            Records.number(record, IsolateStatus.INTERRUPTS), Records.number(record, IsolateStatus.OVERRUNS), Records.number(record, IsolateStatus.REFUSALS), Records.number(record, IsolateStatus.CURRENT_PRIORITY),
            ACTIVITIES[Records.number(record, IsolateStatus.THREAD_STATE)], Records.number(record, IsolateStatus.PROGRAM), Records.number(record, IsolateStatus.READY) != 0);
    }
}
