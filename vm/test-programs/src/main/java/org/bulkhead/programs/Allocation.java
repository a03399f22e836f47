package org.bulkhead.programs;

/** How much a program allocates, for choosing how often to collect when it is run under stress. */
public enum Allocation {
    /** At most some ten thousand objects: even a collection at every allocation is bearable. */
    LITTLE,
    /** More, or a full heap; see {@link AllocatesMuch}. */
    MUCH
}
