package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of an isolate.
 *
 * <pre>
 *   0 char[16] name   16 u32 generation   20 u32 incarnation   24 u32 state (0 free, 1 stopped, 2 alive)   28 u32 rank
 *  32 u32 pages in use  36 u32 page quota  40 u64 processor time in time-stamp ticks  48 u32 handles in use  52 u32 priority
 *  56 u32 ports granted  60 u32 interrupts granted (bit set)
 *  64 u32 times that it used up its processor budget  68 u32 malformed requests that it sent  72 u32 priority now, donated included
 *  76 u32 what its thread does: 0 stopped, 1 ready, 2 throttled, 3 calling, 4 receiving
 * </pre>
 */
public final class IsolateStatus {
    public static final int SIZE = 80;
    public static final int NAME = 0;
    public static final int GENERATION = 16;
    public static final int INCARNATION = 20;
    public static final int STATE = 24;
    public static final int RANK = 28;
    public static final int PAGES = 32;
    public static final int PAGE_QUOTA = 36;
    public static final int TICKS = 40;
    public static final int HANDLES = 48;
    public static final int PRIORITY = 52;
    public static final int PORTS = 56;
    public static final int INTERRUPTS = 60;
    public static final int OVERRUNS = 64;
    public static final int REFUSALS = 68;
    public static final int CURRENT_PRIORITY = 72;
    public static final int THREAD_STATE = 76;

    private IsolateStatus() {}
}
