package org.bulkhead.isolate.protocol;

import org.bulkhead.nucleus.abi.DeathReason;

/**
 * How a component is doing.
 *
 * @param name its name
 * @param state where it is in its life
 * @param version name of the program that lives, or would be started next: its own, or that of another version
 * @param incarnation number of the incarnation that lives, or would be next
 * @param burst failures within the last 5 seconds
 * @param sustained failures within the last 10 minutes
 * @param delayMillis delay before its last restart in milliseconds, 0 if that was done at once, or if it has run well since
 * @param restartAt when it is started next, in nanoseconds since boot; 0 unless its state is WAITING
 * @param ready whether it lives and has begun to receive
 * @param lastReason of its last death, null if it has not died
 */
public record ComponentStatus(String name, ComponentInfo.State state, String version, int incarnation, int burst, int sustained, int delayMillis, long restartAt, boolean ready,
    @Nullable DeathReason lastReason) {}
