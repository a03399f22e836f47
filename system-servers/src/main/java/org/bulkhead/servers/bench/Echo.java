package org.bulkhead.servers.bench;

/** The protocol of the server that only answers. */
public interface Echo {
    /** Name of the service. */
    String SERVICE = "echo";

    /** Returns {@code value}. */
    long echo(long value);
}
