package org.bulkhead.isolate.protocol;

/**
 * A component of the image, as the supervisor sees it: a program, in one of its versions.
 *
 * @param name its name
 * @param state where it is in its life
 * @param incarnation number of the incarnation that lives, or would be next
 */
public record ComponentInfo(String name, State state, int incarnation) {
    /** Where a program is in its life. */
    public enum State {
        /** Not started yet, or ended for good without harm. */
        STOPPED,
        /** To be started when it is known whether its PCI function is there. */
        AWAITING_DEVICE,
        /** It has been started and has not died. */
        ALIVE,
        /** Dead, to be started again after a delay. */
        WAITING,
        /** It died too often; its service answers OFFLINE. */
        GIVEN_UP,
        /** Taken down on request; its service answers OFFLINE. */
        DOWN,
        /** Ended because another of its group died, with which it is started again. */
        AWAITING_GROUP,
        /** Dead; its recovery program is about to say what is done. */
        AWAITING_DECISION
    }
}
