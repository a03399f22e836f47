package org.bulkhead.isolate.protocol;

import org.bulkhead.nucleus.abi.HandleKind;

/**
 * A place in an isolate's handle table.
 *
 * @param kind what it names; NONE if the place is free
 * @param rights bits of {@link org.bulkhead.nucleus.abi.Rights}
 * @param object name of the isolate or service that it names; empty if it has none
 * @param stale whether that is gone
 * @param a as in {@link org.bulkhead.nucleus.abi.HandleRecord}
 * @param b likewise
 */
public record HandleInfo(HandleKind kind, int rights, String object, boolean stale, long a, long b) {}
