package org.bulkhead.servers.crashloop;

import org.bulkhead.isolate.protocol.DeviceException;

/** What goes on while a driver is killed again and again. */
interface Work {
    /** Does one step. */
    void step() throws DeviceException;

    /** Ends what goes on, after the last step. */
    void end() throws DeviceException;

    /** Returns the bytes that were moved and found right. */
    long bytes();

    /** Returns how much has at least to be moved for a measurement. */
    long leastBytes();

    /** Returns what else is to be reported, as {@code key=value} pairs. */
    String counts();
}
