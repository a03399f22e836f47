package org.bulkhead.isolate.protocol;

/** Which frames a network interface takes from the line. */
public enum ReceiveMode {
    /** Those to its own address, to all stations, and to the groups that it joined. */
    STATION,
    /** In addition those to any group. */
    ALL_GROUPS,
    /** All. */
    EVERYTHING
}
