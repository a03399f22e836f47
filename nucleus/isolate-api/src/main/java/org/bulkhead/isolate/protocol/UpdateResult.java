package org.bulkhead.isolate.protocol;

/**
 * What came of a live update that succeeded.
 *
 * @param from name of the version that ran
 * @param to name of the version that runs now
 * @param restNanos from the order to the old version until it was at rest, in nanoseconds; 0 if it did not live, or cannot come to rest and was ended
 * @param changeNanos from then until the new version was ready, in nanoseconds: the time in which nobody served
 */
public record UpdateResult(String from, String to, long restNanos, long changeNanos) {}
