package org.bulkhead.servers.bench;

import java.nio.ByteBuffer;

/** Answers each request with its own payload, as servers do that are there to be asked. */
public abstract class EchoService implements Echo {
    @Override
    public long echo(long value) {
        return value;
    }

    @Override
    public void nothing() {}

    @Override
    public Full full(Full values) {
        return values;
    }

    @Override
    public void poke(long value) {}

    @Override
    public void touch(ByteBuffer memory) {
        if (memory.hasRemaining()) {
            memory.put(0, (byte) 1).put(memory.limit() - 1, (byte) 1);
        }
    }
}
