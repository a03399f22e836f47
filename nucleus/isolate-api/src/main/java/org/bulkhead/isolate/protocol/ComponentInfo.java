package org.bulkhead.isolate.protocol;

/**
 * A program of the image, as the supervisor sees it.
 *
 * @param name its name
 * @param state where it is in its life
 * @param incarnation number of the incarnation that lives, or would be next
 */
public record ComponentInfo(String name, State state, int incarnation) {
    /** Where a program is in its life. */
    public enum State {
        /** Not started, ended for good without harm, or taken down. */
        STOPPED,
        /** To be started when it is known whether its PCI function is there. */
        AWAITING_DEVICE,
        /** It has been started and has not died. */
        ALIVE,
        /** Dead, to be started again after a delay. */
        WAITING,
        /** It died too often; its service answers OFFLINE. */
        GIVEN_UP
    }
}
