package org.bulkhead.nucleus.model;

/**
 * A client of the queue.
 *
 * @param life what it is doing
 * @param slot WAITS: where its request is; else {@link #NOWHERE}
 * @param credits slots reserved for it
 * @param used slots that its messages take
 * @param awaitsCredit whether it is to be notified when one comes back
 */
public record Client(Life life, int slot, int priority, int credits, int used, boolean awaitsCredit) {
    /** No slot. */
    public static final int NOWHERE = -1;

    /** What a client is doing. */
    public enum Life {
        /** It can act. */
        RUNS,
        /** It waits for the reply to a call. */
        WAITS,
        /** It has died. */
        DEAD
    }

    Client wait(int where) {
        return new Client(Life.WAITS, where, priority, credits, used, awaitsCredit);
    }

    Client wake() {
        return new Client(Life.RUNS, NOWHERE, priority, credits, used, awaitsCredit);
    }

    Client die() {
        return new Client(Life.DEAD, NOWHERE, priority, credits, used, false);
    }

    Client use(int change) {
        return new Client(life, slot, priority, credits, used + change, awaitsCredit);
    }

    Client awaitCredit(boolean awaits) {
        return new Client(life, slot, priority, credits, used, awaits);
    }
}
