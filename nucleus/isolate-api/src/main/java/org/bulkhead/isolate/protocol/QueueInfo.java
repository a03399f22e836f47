package org.bulkhead.isolate.protocol;

/**
 * A place in the nucleus's table of queues.
 *
 * @param service name of the service, or of the isolate that owns it; empty if the place is free
 * @param server name of the isolate that serves it now, empty if none does
 * @param capacity slots
 * @param reserved slots promised to clients
 * @param queued messages that wait
 * @param inService messages that are being served
 * @param messages messages since it was made
 * @param queuedAge age of the oldest message that waits, nanoseconds
 * @param serviceAge age of the oldest that is served, nanoseconds
 */
public record QueueInfo(String service, String server, int capacity, int reserved, int queued, int inService, long messages, long queuedAge, long serviceAge) {}
