package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.IsolateStatus;

/** States of an isolate; the ordinals are those of the abi's IsolateStatus. */
public enum IsolateState {
    FREE,
    /** Made, and given rights, but not started. */
    STOPPED,
    ALIVE
}
