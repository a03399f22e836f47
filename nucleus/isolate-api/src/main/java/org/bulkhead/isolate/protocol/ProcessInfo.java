package org.bulkhead.isolate.protocol;

/**
 * A place in the nucleus's table of isolates.
 *
 * @param name of the isolate, empty if the place is free
 * @param state 0 free, 1 stopped, 2 alive
 * @param incarnation how often it was restarted
 * @param rank number of its rank
 * @param pages page frames in use
 * @param pageQuota most page frames it may have
 * @param ticks processor time, in ticks of the time-stamp counter
 */
public record ProcessInfo(String name, int state, int incarnation, int rank, int pages, int pageQuota, long ticks) {
    /** The {@link #state} of an isolate that lives. */
    public static final int ALIVE = 2;
}
