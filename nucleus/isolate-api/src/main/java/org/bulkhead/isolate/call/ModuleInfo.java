package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ModuleStatus;

/**
 * A module as the nucleus sees it at this moment.
 *
 * @param state what has become of it
 * @param pages page frames that it has, page tables included
 * @param pageLimit page frames that it may have
 * @param references handles to it, in tables and in messages on their way, and isolates that run it
 */
public record ModuleInfo(State state, int pages, int pageLimit, int references) {
    private static final State[] STATES = State.values();

    /** The life of a module. */
    public enum State {
        /** There is no module at this place. */
        FREE,
        /** It is being made. */
        OPEN,
        /** It can be run. */
        SEALED
    }

    static ModuleInfo of(RawBuffer record) {
        return new ModuleInfo(STATES[Records.number(record, ModuleStatus.STATE)], Records.number(record, ModuleStatus.PAGES), Records.number(record, ModuleStatus.PAGE_LIMIT),
            Records.number(record, ModuleStatus.REFERENCES));
    }
}
