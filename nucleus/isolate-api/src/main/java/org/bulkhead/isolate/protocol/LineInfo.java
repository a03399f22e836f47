package org.bulkhead.isolate.protocol;

/**
 * An interrupt line.
 *
 * @param owner name of the isolate that it notifies, empty if none
 * @param masked whether it is masked now
 * @param interrupts how often it interrupted since boot
 */
public record LineInfo(String owner, boolean masked, long interrupts) {}
