package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.bench.EchoDispatcher;
import org.bulkhead.servers.bench.EchoService;

/** An echo server that each request to echo {@link #POISON} kills. */
@Server(name = FragileServer.NAME, serves = Echo.class)
@Restarts(burst = 8)
public final class FragileServer extends EchoService implements Isolate {
    /** Name of its service. */
    public static final String NAME = "fragile";
    /** The value that it dies of. */
    public static final long POISON = 0xDEAD;

    /**
     * Makes the server.
     *
     * @param grants of which it needs nothing but its queue
     */
    public FragileServer(Grants grants) {}

    @Override
    public void run() {
        new ServiceLoop(new EchoDispatcher(this), bits -> { }).run();
    }

    @Override
    public long echo(long value) {
        if (value == POISON) {
            throw new IllegalArgumentException("this request is poison");
        }
        return value;
    }
}
