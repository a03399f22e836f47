package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of an isolate ({@link SystemCall#INSPECT_ISOLATE}): 64 bits for each field, in this order; the name, 16 bytes, is the last.
 *
 * <pre>
 * STATE 0 free, 1 stopped, 2 alive; of a free one all but GENERATION, INCARNATION and RANK is 0   PAGES in use   TICKS processor time in time-stamp ticks   HANDLES in use
 * PORTS number granted   INTERRUPTS granted, a bit for each   OVERRUNS times that it used up its processor budget   REFUSALS malformed requests that it sent
 * CURRENT_PRIORITY donated included   THREAD_STATE what its thread does: 0 stopped, 1 ready, 2 throttled, 3 calling, 4 receiving
 * PROGRAM number that it was made with   READY 1 = it has received messages, or waited for some
 * </pre>
 */
public enum IsolateStatus {
    GENERATION, INCARNATION, STATE, RANK, PAGES, PAGE_QUOTA, TICKS, HANDLES, PRIORITY, PORTS, INTERRUPTS, OVERRUNS, REFUSALS, CURRENT_PRIORITY, THREAD_STATE, PROGRAM, READY, NAME
}
