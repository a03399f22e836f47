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
    static QueueInfo last() {
        return new QueueInfo(Records.number(QueueStatus.CAPACITY), Records.number(QueueStatus.GENERATION), Records.number(QueueStatus.OWNER), Records.number(QueueStatus.SERVER),
            Records.number(QueueStatus.RANK), Records.number(QueueStatus.RESERVED), Records.number(QueueStatus.QUEUED), Records.number(QueueStatus.IN_SERVICE),
            Records.field(QueueStatus.MESSAGES), Records.field(QueueStatus.QUEUED_AGE), Records.field(QueueStatus.SERVICE_AGE));
    }
}
