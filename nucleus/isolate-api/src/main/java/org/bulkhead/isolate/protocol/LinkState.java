package org.bulkhead.isolate.protocol;

/** Whether a network interface is connected. */
public enum LinkState {
    /** The device cannot tell, or nothing has been sent yet. */
    UNKNOWN,
    /** Connected. */
    UP,
    /** Not connected. */
    DOWN
}
