package org.bulkhead.isolate.testkit.machine;

/**
 * A system call as an isolate makes it: see {@link org.bulkhead.nucleus.abi.SystemCall} for numbers and arguments.
 *
 * @param number of the call
 */
public record SystemCallRequest(int number, long a, long b, long c, long d, long e) {}
