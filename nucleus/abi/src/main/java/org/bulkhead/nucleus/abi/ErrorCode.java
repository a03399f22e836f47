package org.bulkhead.nucleus.abi;

/** Every reason for which the nucleus refuses a system call or ends a wait. */
public enum ErrorCode {
    /** The system call number does not exist. */
    NO_SUCH_CALL,
    /** The handle's index is empty or out of range. */
    BAD_HANDLE,
    /** The handle named an object that is gone. */
    STALE_HANDLE,
    /** The handle names an object of another kind. */
    WRONG_KIND,
    /** The handle lacks the right, or the isolate may not do this at all. */
    NO_RIGHT,
    /** An address range is not the caller's to use that way. */
    BAD_ADDRESS,
    /** A number is out of its range. */
    BAD_ARGUMENT,
    /** The callee does not have a strictly lower rank. */
    WRONG_RANK,
    /** The sender has no free slot of its own in the queue. */
    NO_CREDIT,
    /** A bounded pool of the nucleus, or a quota of the isolate, is used up. */
    NO_RESOURCE,
    /** Page frames are used up. */
    NO_MEMORY,
    /** The deadline passed. */
    DEADLINE,
    /** The call was cancelled. */
    CANCELLED,
    /** The server refused the request as malformed. */
    REFUSED,
    /** The server died before it began the request, and no successor will come. */
    PEER_DIED_QUEUED,
    /** The server died, or the service was given up, when the request had been begun; it may not be repeated, or nobody is there to repeat it. */
    PEER_DIED_IN_SERVICE,
    /** Two servers died on this request. */
    POISONED,
    /** The service was given up; the request had not been begun. */
    OFFLINE,
    /** The token names no call in service: it was cancelled or expired, or never was. */
    TOKEN_VOID,
    /** The lease index does not exist, or the range lies outside it, or the access is not granted. */
    BAD_LEASE,
    /** There is no such object. */
    NO_SUCH_OBJECT,
    /** The resource (port, interrupt, name) is already granted to another isolate. */
    ALREADY_GRANTED,
    /** The submitted request has not ended yet. */
    NOT_ENDED,
    /** The DMA channel's memory may still be written by what a predecessor began: reset the device first. */
    QUARANTINED,
    /** The module is sealed, and cannot be changed any more. */
    SEALED,
    /** The module is not sealed yet, so nothing can run it. */
    NOT_SEALED;

    /** What a refused system call returns: {@code -(ordinal + 1)}. */
    public final long result = -(ordinal() + 1L);
}
