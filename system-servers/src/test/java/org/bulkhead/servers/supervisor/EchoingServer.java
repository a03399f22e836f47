package org.bulkhead.servers.supervisor;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.bench.EchoDispatcher;

/** A server that has nothing to lose: it answers what it is asked. */
class EchoingServer implements Isolate, Echo {
    EchoingServer(Grants grants) {
        // It needs none.
    }

    @Override
    public void run() {
        new ServiceLoop(new EchoDispatcher(this), bits -> {}).run();
    }

    @Override
    public long echo(long value) {
        return value;
    }

    @Override
    public void nothing() {
        // That is all.
    }

    @Override
    public Full full(Full values) {
        return values;
    }

    @Override
    public void poke(long value) {
        // Nobody wants to know.
    }

    @Override
    public void touch(ByteBuffer memory) {
        // Nothing is to be read there.
    }
}
