package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of a queue ({@link SystemCall#INSPECT_QUEUE}): 64 bits for each field, in this order; isolates are given by their place in the pool, -1 = none.
 *
 * <pre>
 * CAPACITY 0 = there is no such queue now   RESERVED slots promised   QUEUED, IN_SERVICE messages now   MESSAGES since it was made
 * QUEUED_AGE of the oldest queued message, nanoseconds   SERVICE_AGE of the oldest in service
 * </pre>
 */
public enum QueueStatus {
    CAPACITY, GENERATION, OWNER, SERVER, RANK, RESERVED, QUEUED, IN_SERVICE, MESSAGES, QUEUED_AGE, SERVICE_AGE
}
