package org.bulkhead.nucleus.abi;

/**
 * An entry of the nucleus's trace, a ring of the last 1,024 events; isolates, queues and slots are given by their places in the pools.
 *
 * <pre>
 *  0 u64 time-stamp counter   8 u16 {@link TraceEvent} ordinal  10 u16 isolate  12 u16 queue, 0xFFFF = none  14 u16 slot, 0xFFFF = none
 * 16 s64 value  24 u64 order of the message's arrival in its queue
 * </pre>
 */
public final class TraceRecord {
    public static final int SIZE = 32;
    public static final int TICKS = 0;
    public static final int EVENT = 8;
    public static final int ISOLATE = 10;
    public static final int QUEUE = 12;
    public static final int SLOT = 14;
    public static final int VALUE = 16;
    public static final int ORDER = 24;

    private TraceRecord() {}
}
