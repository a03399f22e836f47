package org.bulkhead.servers.bench;

import org.bulkhead.isolate.protocol.Idempotent;
import org.bulkhead.isolate.protocol.Protocol;

/** The protocol of the server that only answers. */
@Protocol
public interface Echo {
    /** Name of the service. */
    String SERVICE = "echo";

    /** Returns {@code value}. */
    @Idempotent
    long echo(long value);
}
