package org.bulkhead.isolate.protocol;

/**
 * What is known of a private state.
 *
 * @param version as it was committed
 * @param length in bytes
 */
public record StateInfo(int version, int length) {}
