package org.bulkhead.isolate.manifest;

/** After which deaths an isolate is started again. */
public enum RestartPolicy {
    /** After every death, be it an orderly exit. */
    PERMANENT,
    /** After every death but an orderly exit with status 0, or by request. */
    TRANSIENT,
    /** Never. */
    TEMPORARY
}
