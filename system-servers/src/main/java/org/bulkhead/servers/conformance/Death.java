package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.DeathReason;

/** How a puppet died. */
record Death(String name, DeathReason reason, long detail, long pc, String text) {
    /** It must have been so. */
    void is(DeathReason expected, long expectedDetail) {
        is(expected);
        Failure.unlessEqual("detail of " + name + "'s death", expectedDetail, detail);
    }

    /** It must have been of this. */
    void is(DeathReason expected) {
        if (reason != expected) {
            throw new Failure("reason of " + name + "'s death", expected.name(), reason.name() + " " + text);
        }
    }

    /** The text must begin so. */
    void says(String beginning) {
        if (!text.startsWith(beginning)) {
            throw new Failure("text of " + name + "'s death", beginning, text);
        }
    }
}
