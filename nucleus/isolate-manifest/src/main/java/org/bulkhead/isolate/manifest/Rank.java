package org.bulkhead.isolate.manifest;

/**
 * Where an isolate stands, towards the hardware first. A call goes only to a strictly lower rank, so waiting cannot form a cycle; messages without reply and notifications go
 * anywhere.
 */
public enum Rank {
    /** Calls nobody. */
    SUPERVISOR,
    /** Keeps what others must not lose, for everybody above. */
    STORE,
    /** Gives others access to a bus. */
    BUS,
    /** Drives a device. */
    DEVICE,
    /** Works on top of devices: file systems, protocols. */
    SERVICE,
    /** Loads programs with the help of services. */
    LOADER,
    /** Works on top of services: consoles, shells. */
    SYSTEM,
    /** Serves people, and may call everybody. */
    PROGRAM
}
