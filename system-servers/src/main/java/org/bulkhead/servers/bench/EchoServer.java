package org.bulkhead.servers.bench;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.ServiceLoop;

/** The server that benchmarks ask. */
@Server(name = Echo.SERVICE, serves = Echo.class)
public final class EchoServer extends EchoService implements Isolate {
    /** Makes the server, which needs nothing but its queue. */
    public EchoServer(Grants grants) {}

    @Override
    public void run() {
        new ServiceLoop(new EchoDispatcher(this), bits -> { }).run();
    }
}
