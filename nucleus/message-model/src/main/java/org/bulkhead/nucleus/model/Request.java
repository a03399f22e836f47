package org.bulkhead.nucleus.model;

import java.util.Objects;
import org.bulkhead.nucleus.abi.ErrorCode;

/**
 * A message from its sending until its slot is free, immutable.
 *
 * @param sender the client
 * @param lease memory lent with it
 * @param mapped whether the server has mapped that
 * @param begun how often a server has begun it
 * @param order of arrival in the queue; kept when it is queued again
 * @param content stands for operation and payload
 * @param result of an ended one; else null
 */
public record Request(int sender, Kind kind, Repeat repeat, Lease lease, boolean mapped, Phase phase, int begun, int priority, long order, int content, Outcome result) {
    /** Returns it as a server begins it. */
    Request begin() {
        return new Request(sender, kind, repeat, lease, false, Phase.IN_SERVICE, begun + 1, priority, order, content, null);
    }

    /** Returns it as it waits for the successor of a server that died. */
    Request queueAgain() {
        return new Request(sender, kind, Repeat.USED_UP, lease, false, Phase.QUEUED, begun, priority, order, content, null);
    }

    /** Returns it with its lease mapped by the server. */
    Request map() {
        return new Request(sender, kind, repeat, lease, true, phase, begun, priority, order, content, null);
    }

    /** Returns it as it waits for being collected. */
    Request end(Outcome outcome) {
        return new Request(sender, kind, repeat, lease, false, Phase.ENDED, begun, priority, order, content, Objects.requireNonNull(outcome));
    }

    /** Returns whether it is to be begun before another that is also queued. */
    boolean isAheadOf(Request other) {
        return priority > other.priority || priority == other.priority && order < other.order;
    }

    /**
     * The rule of who learns what: returns whether a request that was begun so often and is in that phase may end with the error.
     * Each error that a server's or a service's end causes says whether the request had been begun.
     */
    public static boolean mayEnd(Phase phase, int begun, ErrorCode error) {
        return switch (error) {
            case DEADLINE, CANCELLED -> true;
            case REFUSED -> phase == Phase.IN_SERVICE;
            case PEER_DIED_QUEUED, OFFLINE -> phase == Phase.QUEUED && begun == 0;
            case PEER_DIED_IN_SERVICE -> begun > 0;
            case POISONED -> phase == Phase.IN_SERVICE && begun == 2;
            default -> false;
        };
    }
}
