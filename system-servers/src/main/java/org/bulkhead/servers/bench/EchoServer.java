package org.bulkhead.servers.bench;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.ServiceLoop;

/** Answers each request with its own payload. */
@Server(name = Echo.SERVICE, serves = Echo.class)
public final class EchoServer implements Isolate, Echo {
    /** Makes the server, which needs nothing but its queue. */
    public EchoServer(Grants grants) {}

    @Override
    public void run() {
        new ServiceLoop(new EchoDispatcher(this), bits -> { }).run();
    }

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
