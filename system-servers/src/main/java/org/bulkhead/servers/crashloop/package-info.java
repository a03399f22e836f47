/**
 * Load on a driver that is killed again and again, to measure what that costs: {@link org.bulkhead.servers.crashloop.CrashLoop} reads, writes or exchanges frames and checks every byte while
 * {@link org.bulkhead.servers.crashloop.Killer} kills the driver in a fixed interval.
 */
package org.bulkhead.servers.crashloop;
