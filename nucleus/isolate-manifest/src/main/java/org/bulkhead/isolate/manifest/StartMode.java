package org.bulkhead.isolate.manifest;

/** When an isolate is started for the first time. */
public enum StartMode {
    /** By the supervisor, in the order of ranks. */
    BOOT,
    /** When somebody asks the supervisor for it. */
    ON_REQUEST
}
