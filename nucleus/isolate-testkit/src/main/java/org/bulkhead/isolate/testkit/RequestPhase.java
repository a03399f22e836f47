package org.bulkhead.isolate.testkit;

/** How far a request has come when something happens to its server. */
public enum RequestPhase {
    /** It has been sent and not taken up: the server is gone just before it comes. */
    QUEUED,
    /** The server has taken it up and done nothing about it. */
    IN_SERVICE,
    /** The server has done everything about it but reply. */
    BEFORE_REPLY
}
