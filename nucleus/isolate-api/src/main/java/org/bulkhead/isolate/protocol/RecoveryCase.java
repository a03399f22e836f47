package org.bulkhead.isolate.protocol;

import org.bulkhead.nucleus.abi.DeathReason;

/**
 * A death about which a recovery program decides.
 *
 * @param component name of the component that died
 * @param incarnation that died, 0 for the first
 * @param reason why
 * @param detail status or address, by reason
 * @param burst failures within the last 5 seconds, this one included
 * @param sustained failures within the last 10 minutes, this one included
 */
public record RecoveryCase(String component, int incarnation, DeathReason reason, long detail, int burst, int sustained) {}
