package org.bulkhead.servers.bench;

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
}
