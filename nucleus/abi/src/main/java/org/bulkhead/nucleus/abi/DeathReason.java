package org.bulkhead.nucleus.abi;

/** Why an isolate died, as the nucleus saw it. */
public enum DeathReason {
    /** It exited; detail: status. */
    EXIT,
    /** An exception was not caught; the record's text names it. */
    UNCAUGHT_EXCEPTION,
    /** Its heap is exhausted and nobody caught the error. */
    OUT_OF_MEMORY,
    /** It touched memory that is not its own; detail: address. */
    WILD_ACCESS,
    /** It executed a privileged instruction, or touched a port that it was not granted. */
    PRIVILEGED_INSTRUCTION,
    /** It executed something that is no instruction. */
    INVALID_INSTRUCTION,
    /** Another processor exception; detail: vector. */
    PROCESSOR_EXCEPTION,
    /** Its stack overflowed where no Java exception could be raised any more. */
    STACK_EXHAUSTED,
    /** It used up its processor budget without end. */
    CPU_BUDGET,
    /** It served a request for longer than its manifest allows. */
    REQUEST_OVERDUE,
    /** It was killed on request. */
    KILLED,
    /** A request was queued for longer than its manifest allows. */
    QUEUE_OVERDUE,
    // What follows are reasons of supervisors.
    /** It was not ready in time after its start. */
    NOT_READY,
    /** It did not say in time that it is alive. */
    HEARTBEAT_LATE,
    /** Another isolate, entitled to do so, complained about it. */
    COMPLAINT,
    /** Another version took its place. */
    REPLACED,
    /** It ended because another isolate of its group had died. */
    GROUP
}
