package org.bulkhead.servers.bench;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;
import org.bulkhead.isolate.protocol.Idempotent;
import org.bulkhead.isolate.protocol.Lent;
import org.bulkhead.isolate.protocol.OneWay;
import org.bulkhead.isolate.protocol.Protocol;

/** The protocol of the server that only answers: a method for each kind of message that is timed. */
@Protocol
public interface Echo {
    /** Name of the service. */
    String SERVICE = "echo";
    /** Longest memory lent. */
    int LENT_LIMIT = 64 * 1024;

    /** Returns {@code value}. */
    @Idempotent
    long echo(long value);

    /** Does nothing: a request and a reply without payload. */
    @Idempotent
    void nothing();

    /** Returns {@code values}: a request and a reply whose payloads are full. */
    @Idempotent
    Full full(Full values);

    /** Takes a message that has no reply. */
    @OneWay
    void poke(long value);

    /** Writes the first and the last byte of memory lent to it, if there are any. */
    @Idempotent
    void touch(@Lent(value = LeaseAccess.WRITE, max = LENT_LIMIT) ByteBuffer memory);

    /** As many values as fill a payload of 96 bytes. */
    record Full(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l) {}
}
