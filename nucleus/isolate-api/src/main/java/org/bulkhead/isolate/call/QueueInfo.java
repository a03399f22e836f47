package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.QueueStatus;

/**
 * A queue as the nucleus sees it at this moment; isolates are given by their places in the pool, as in {@link Supervising#isolate}.
 *
 * @param capacity slots, 0 if there is no queue at this place now
 * @param generation how often the place has been used
 * @param owner who made it, -1 if nobody
 * @param server who serves it, -1 if nobody does now
 * @param rank only isolates of a higher rank may call it
 * @param reserved slots promised to connections
 * @param queued messages that wait
 * @param inService requests that are being served
 * @param messages messages that ever arrived in it
 * @param queuedNanos how long the oldest waiting message has waited, 0 if there is none
 * @param serviceNanos how long the oldest request has been served, 0 if there is none
 */
public record QueueInfo(int capacity, int generation, int owner, int server, int rank, int reserved, int queued, int inService, long messages, long queuedNanos, long serviceNanos) {
    static QueueInfo of(RawBuffer record) {
        return new QueueInfo(Records.number(record, QueueStatus.CAPACITY), Records.number(record, QueueStatus.GENERATION), Records.number(record, QueueStatus.OWNER), Records.number(record, QueueStatus.SERVER),
            Records.number(record, QueueStatus.RANK), Records.number(record, QueueStatus.RESERVED), Records.number(record, QueueStatus.QUEUED), Records.number(record, QueueStatus.IN_SERVICE),
            Records.field(record, QueueStatus.MESSAGES), Records.field(record, QueueStatus.QUEUED_AGE), Records.field(record, QueueStatus.SERVICE_AGE));
    }
}
