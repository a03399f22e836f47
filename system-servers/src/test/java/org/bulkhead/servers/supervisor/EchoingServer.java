package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.servers.bench.EchoDispatcher;
import org.bulkhead.servers.bench.EchoService;

/** A server that has nothing to lose: it answers what it is asked. */
class EchoingServer extends EchoService implements Isolate {
    EchoingServer(Grants grants) {
        // It needs none.
    }

    @Override
    public void run() {
        new ServiceLoop(new EchoDispatcher(this), bits -> {}).run();
    }
}
