package org.bulkhead.isolate.protocol;

import org.bulkhead.nucleus.abi.DeathReason;

/**
 * Something that happened to a component.
 *
 * @param number of the event since boot, from 0 on
 * @param nanoseconds since boot
 * @param name of the component
 * @param incarnation that it happened to
 * @param kind what kind of event
 * @param reason of a death, else null
 * @param detail of a death: status or address, by reason; else 0
 * @param text of a complaint, of a decision, or name of the version that was born; cut off after {@link #TEXT_LIMIT} bytes
 */
public record SupervisionEvent(int number, long nanoseconds, String name, int incarnation, Kind kind, @Nullable DeathReason reason, long detail, @MaxLength(SupervisionEvent.TEXT_LIMIT) String text) {
    /** Most bytes of a text. */
    public static final int TEXT_LIMIT = 44;

    /** What kind of event it is. */
    public enum Kind {
        /** An incarnation was started. */
        BIRTH,
        /** An incarnation died. */
        DEATH,
        /** Somebody who may do so complained about it. */
        COMPLAINT,
        /** What is to become of it was decided: by the supervisor, a recovery program or a user. */
        DECISION
    }
}
