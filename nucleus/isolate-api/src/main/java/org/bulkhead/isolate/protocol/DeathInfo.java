package org.bulkhead.isolate.protocol;

import org.bulkhead.nucleus.abi.DeathReason;

/**
 * A death as others may know it.
 *
 * @param name of the isolate
 * @param incarnation that died, 0 for the first
 * @param reason why
 * @param detail status or address, by reason
 * @param faultTicks time-stamp counter at the fault
 * @param serviceTicks time-stamp counter when its queue next completed a request, 0 if that has not happened yet
 */
public record DeathInfo(String name, int incarnation, DeathReason reason, long detail, long faultTicks, long serviceTicks) {}
